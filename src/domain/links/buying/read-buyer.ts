/** What a buy link says of its buyer, by the names the checkout's fields have: email, name, phone, country, postcode, region, city … */
export type Prefill = Record<string, string>

type Only = (name: string) => string | undefined

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,}$/
const COUNTRY = /^[A-Z]{2}$/
const isLine = (most: number) => (value: string) => value.length <= most

/** UCP's pointers, and beside them the names of Shopify's cart links; the first that says something fitting counts. */
const FIELDS: readonly [field: string, fits: (value: string) => boolean, ...names: (string | string[])[]][] =
  [
    ['email', (value) => EMAIL.test(value), 'buyer/email', 'checkout[email]'],
    ['name', isLine(100), ['buyer/first_name', 'buyer/last_name'], shopifys(['first_name', 'last_name'])],
    ['phone', isLine(40), 'buyer/phone_number', ...shopifys(['phone'])],
    ['country', (value) => COUNTRY.test(value), 'context/address_country', ...shopifys(['country'])],
    ['region', isLine(80), 'context/address_region', ...shopifys(['province'])],
    ['postcode', isLine(20), 'context/postal_code', ...shopifys(['zip'])],
    ['city', isLine(80), ...shopifys(['city'])],
    ['line1', isLine(120), ...shopifys(['address1'])],
    ['line2', isLine(120), ...shopifys(['address2'])]
  ]

function shopifys(names: string[]): string[] {
  return names.map((name) => `checkout[shipping_address][${name}]`)
}

/**
 * Reads who a link is for: only what a buyer would type themselves, each thing as short as its field. What does not fit
 * is left out; nothing of it is believed, the buyer sees it and can change it.
 */
export function readBuyer(only: Only): Prefill {
  const filled = FIELDS.flatMap(([field, fits, ...names]) => {
    const said = names.map((name) => [name].flat().map((one) => cleaned(only(one))).filter(Boolean).join(' ')) // prettier-ignore
    const value = said.find((one) => one && fits(one))
    return value ? [[field, value] as const] : []
  })
  return Object.fromEntries(filled)
}

const cleaned = (value = ''): string => (/\p{Cc}/u.test(value) ? '' : value.trim())
