import { createHash, randomBytes } from 'node:crypto'

/** Where every id and secret comes from, so that a test can make them repeatable. */
export type Ids = {
  /** A UUID version 7: unique, and ordered by the time it was made (RFC 9562). */
  next(): string
  /** A secret in base64url; 16 bytes give 22 characters. */
  secret(bytes?: number): string
  /** A short code of letters and digits that cannot be misread (no 0 o 1 l i). */
  code(length?: number): string
}

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

export function makeIds(now: () => number = Date.now, random: (n: number) => Buffer = randomBytes): Ids {
  return {
    next: () => uuidV7(now(), random(10)),
    secret: (bytes = 16) => random(bytes).toString('base64url'),
    code: (length = 8) => codeFrom(random, length)
  }
}

/** Bytes past the last whole multiple of the alphabet are thrown away, so that every letter is as likely. */
function codeFrom(random: (n: number) => Buffer, length: number): string {
  const limit = 256 - (256 % ALPHABET.length)
  let code = ''
  while (code.length < length) {
    for (const byte of random(length * 2)) {
      if (byte < limit && code.length < length) code += ALPHABET[byte % ALPHABET.length]
    }
  }
  return code
}

function uuidV7(ms: number, random: Buffer): string {
  const b = Buffer.alloc(16)
  b.writeUIntBE(ms, 0, 6)
  random.copy(b, 6)
  b[6] = (b[6]! & 0x0f) | 0x70
  b[8] = (b[8]! & 0x3f) | 0x80
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text from outside may be handed to a uuid column. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)

/** How a secret is stored: its SHA-256 in hex. Secrets are random, so no salt is needed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
