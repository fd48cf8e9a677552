const KEPT = 500

/**
 * The same function, remembering its last answers by its argument. For pure functions whose answers nobody changes;
 * when too many are kept, the older half is forgotten.
 */
export function remember<T>(make: (key: string) => T, kept = KEPT): (key: string) => T {
  const keep = keepLast<T>(kept)
  return (key) => keep(key, () => make(key))
}

/** Keeps what was made under a key that says all it was made of; when too much is kept, the older half is forgotten. */
export function keepLast<T>(kept = KEPT): (key: string, make: () => T) => T {
  let young = new Map<string, T>()
  let old = new Map<string, T>()
  return (key, make) => {
    const known = young.get(key)
    if (known !== undefined) return known
    const value = old.get(key) ?? make()
    if (young.size >= kept) [old, young] = [young, new Map()]
    young.set(key, value)
    return value
  }
}
