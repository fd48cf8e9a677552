const CARRIED = /^(utm_(source|medium|campaign|term|content|id)|fbclid|ttclid|epik|gclid)$/
const LONGEST = 300

/** What an address says of how its reader came (utm_*, a network's click id), and nothing else: none of it is ours. */
export function readArrival(query: Iterable<[name: string, value: string]>): Record<string, string> {
  const carried: Record<string, string> = {}
  for (const [name, value] of query) {
    const isPlain = value.length <= LONGEST && value.isWellFormed() && !/\p{Cc}/u.test(value)
    if (CARRIED.test(name) && value && isPlain) carried[name] ??= value
  }
  return carried
}
