import type { StoreInput, StoreKind } from '#domain/stores/index.ts'

type Fields = Record<string, string>

/** A store as its form gives it. An empty secret is none. */
export const storeInputOf = ({ name = '', kind, address = '', secret = '' }: Fields): StoreInput => ({
  ...{ name, kind: kind as StoreKind, address, secret }
})

/** What of it is changed; its secret is set by itself. */
export const storeChangeOf = ({ name = '', address = '' }: Fields) => ({ name, address })

/** What is shown again after a refusal: all but the secret. */
export const typedOf = ({ secret: _secret, ...typed }: Fields): Fields => ({ ...typed, form: 'store' })
