/** Length of the well-formed UTF-8 sequence at `at`; 0 when malformed, -1 when the bytes end inside it. */
export function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lengthByLead(lead)
  for (let step = 1; step < length; step++) {
    const next = bytes[at + step]
    if (next === undefined) return -1
    if (step === 1 ? !secondFits(lead, next) : next < 0x80 || next > 0xbf) return 0
  }
  return length
}

/** How many bytes at the end belong to a sequence that is still incomplete (0 to 3). */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    if (sequenceAt(bytes, bytes.length - back) === -1) return back
  }
  return 0
}

function lengthByLead(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** Refuses overlong forms, surrogates and anything above U+10FFFF (Unicode table 3-7). */
function secondFits(lead: number, second: number): boolean {
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  return second >= low && second <= high
}
