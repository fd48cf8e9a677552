import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const [SALT, IV, TAG] = [16, 12, 16]

const keyOf = (secret: string, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'torilla sealed', 32))

/** Bytes that only whoever has the secret can read again: AES-256-GCM, its key drawn from the secret by HKDF. */
export function seal(secret: string, plain: Buffer): Buffer {
  const [salt, iv] = [randomBytes(SALT), randomBytes(IV)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, salt), iv)
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed])
}

/** What was sealed with this secret; throws when it was another or a byte was changed. */
export function unseal(secret: string, sealed: Buffer): Buffer {
  const [salt, iv] = [sealed.subarray(0, SALT), sealed.subarray(SALT, SALT + IV)]
  const tag = sealed.subarray(SALT + IV, SALT + IV + TAG)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, salt), iv)
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(SALT + IV + TAG)), decipher.final()])
}
