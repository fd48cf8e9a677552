import type { StoreInput, StoreKind } from '#domain/stores/index.ts'

type Fields = Record<string, string>

/** A store as its form gives it. An empty secret is none. */
export const storeInputOf = ({ name = '', kind, address = '', secret = '' }: Fields): StoreInput => ({
  ...{ name, kind: kind as StoreKind, address, secret }
})

/** What of it is changed: the secret only when another is typed or it is to go. */
export const storeChangeOf = (fields: Fields) => {
  const { name = '', address = '', secret = '' } = fields
  return { name, address, ...((secret || 'noSecret' in fields) && { secret: secret || null }) }
}

/** What is shown again after a refusal: all but the secret. */
export const typedOf = ({ secret: _secret, ...typed }: Fields): Fields => ({ ...typed, form: 'store' })
