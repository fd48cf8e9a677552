import { createHash } from 'node:crypto'

/** What an archive holds, in order: every entry's name, size and bytes. How the tar spells them does not matter. */
export type Digest = {
  begin(name: string, size: number): void
  add(bytes: Uint8Array): void
  /** Of everything so far, in hex. */
  soFar(): string
}

export function contentDigest(): Digest {
  const hash = createHash('sha256')
  return {
    begin: (name, size) => void hash.update(`${name}\0${size}\0`),
    add: (bytes) => void hash.update(bytes),
    soFar: () => hash.copy().digest('hex')
  }
}
