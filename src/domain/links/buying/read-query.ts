import { readBuyer, type Prefill } from './read-buyer.ts'
import { safePath } from './safe-path.ts'

/** What a buy link's query wants, past its goods. Nothing in it is believed further than this. */
export type Wish = {
  continueTo: string | null
  /** Coupon codes in the order that was asked for. */
  codes: string[]
  /** What it says of its buyer. */
  buyer: Prefill
  /** A language of ours that the link names. */
  language: string | null
  /** By which way someone came: names of attribution without their prefix. */
  source: Map<string, string>
  /** What the next page's address keeps. */
  kept: [name: string, value: string][]
}

type Parameter = { raw: string; name: string; value: string }

/** The first part of a pointer that a cart or checkout of UCP knows; anything else is not UCP's. */
const ROOTS = new Set([
  ...['ucp', 'id', 'line_items', 'buyer', 'context', 'signals', 'attribution', 'discounts', 'fulfillment'],
  ...['payment', 'status', 'currency', 'totals', 'messages', 'links', 'expires_at', 'continue_url', 'order']
])

const ATTRIBUTION = /^(utm_[a-z_]{1,20}|ref|campaign|cart_origin|fbclid|gclid|ttclid|epik|msclkid)$/
// Shopify's own, which say nothing here; and what only we may set.
const OURS =
  /^(\/|coupon$|discount$|products$|items$|gone$|tclid$|note$|attributes\[|checkout\[|payment$|storefront$)/
const SENSITIVE =
  /token|secret|passw|pwd|auth|session|\bsid\b|api[-_]?key|bearer|jwt|\botp\b|signature|credential|card|cvv|cvc|iban|e-?mail|phone/i
const MOST = { parameters: 40, kept: 20, codes: 5, value: 300 }

/** Reads a query as UCP permalinks want it read: what is asked twice is ambiguous, and asked by nobody. */
export function readQuery(query: string): Wish {
  const parameters = parametersOf(query)
  const fields = new Map<string, Parameter[]>()
  for (const one of parameters) {
    const key = pointerOf(one.name)?.join('/') ?? one.name
    fields.set(key, [...(fields.get(key) ?? []), one])
  }
  const only = (name: string): string | undefined => {
    const found = fields.get(name)
    return found?.length === 1 ? found[0]!.value : undefined
  }
  const own = parameters.filter(({ name }) => !isUcp(name))
  const source = sourceOf(fields, own)
  return {
    continueTo: continueTo(fields.get('continue_to')),
    codes: codesOf(fields, [only('coupon'), only('discount')]),
    buyer: readBuyer(only),
    language: /^[a-z]{2}/i.exec(only('context/language') ?? '')?.[0].toLowerCase() ?? null,
    source,
    kept: keptOf(own, source)
  }
}

function parametersOf(query: string): Parameter[] {
  return query
    .split('&', MOST.parameters)
    .filter(Boolean)
    .map((part) => {
      const [name = '', ...value] = part.split('=')
      return { raw: value.join('='), name: formDecoded(name), value: formDecoded(value.join('=')) }
    })
}

/** A field's pointer without its leading slash, as its parts; undefined when its escapes are not JSON Pointer's. */
function pointerOf(name: string): string[] | undefined {
  const parts = name.replace(/^\//, '').split('/')
  if (parts.some((part) => /~(?![01])/.test(part))) return undefined
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const isUcp = (name: string): boolean =>
  name === 'continue_to' || ROOTS.has(name.replace(/^\//, '').split('/')[0] ?? '')

/** A destination is decoded by RFC 3986: a plus in it is a plus. Two destinations are none. */
function continueTo(asked: Parameter[] | undefined): string | null {
  const [one, another] = asked ?? []
  const value = one && !another ? decoded(one.raw) : undefined
  return (value !== undefined && value.length <= 1_000 && safePath(value)) || null
}

/** discounts/codes/0, /1 … in the order of their numbers, else the one that other shops' links name. */
function codesOf(fields: Map<string, Parameter[]>, others: (string | undefined)[]): string[] {
  const numbered = [...fields]
    .flatMap(([key, found]) => {
      const n = /^discounts\/codes\/(0|[1-9]\d?)$/.exec(key)?.[1]
      return n && found.length === 1 ? [{ n: Number(n), value: found[0]!.value }] : []
    })
    .sort((a, b) => a.n - b.n)
  const codes = [...numbered.map(({ value }) => value), ...others.flatMap((one) => one ?? [])]
  const clean = codes.map((code) => code.trim()).filter((code) => code && code.length <= 40 && isPlain(code))
  return [...new Set(clean)].slice(0, MOST.codes)
}

/** What says by which way someone came; a field of UCP's counts before a plain parameter of the same name. */
function sourceOf(fields: Map<string, Parameter[]>, own: readonly Parameter[]): Map<string, string> {
  const source = new Map<string, string>()
  for (const [key, found] of fields) {
    const name = /^attribution\/([^/]+)$/.exec(key)?.[1] ?? ''
    if (ATTRIBUTION.test(name) && found.length === 1 && isShort(found[0]!.value))
      source.set(name, found[0]!.value)
  }
  for (const { name, value } of own)
    if (ATTRIBUTION.test(name) && isShort(value) && !source.has(name)) source.set(name, value)
  return source
}

/** The parameters that are not UCP's go along to the next page, but for what is ours, someone's own or not plain. */
function keptOf(own: readonly Parameter[], source: Map<string, string>): [string, string][] {
  const others = own.filter(
    ({ name, value }) =>
      name && isPlain(name) && name.length <= 60 && isShort(value) &&
      !source.has(name) && !OURS.test(name) && !SENSITIVE.test(name) // prettier-ignore
  )
  return [...source, ...others.map(({ name, value }): [string, string] => [name, value])].slice(0, MOST.kept)
}

const isPlain = (text: string): boolean => !/\p{Cc}/u.test(text)
const isShort = (value: string): boolean => value.length <= MOST.value && isPlain(value)

const formDecoded = (text: string): string => decoded(text.replaceAll('+', ' ')) ?? ''

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
