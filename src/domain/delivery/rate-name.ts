import * as m from '#messages'

/** Names a new shop's rates begin with: each reader sees them in their own language, until the shop writes its own. */
export const OWN_NAMES = {
  '@pickup': m.shipping_pickup,
  '@locker': m.shipping_locker,
  '@door': m.shipping_door
}

/** What a rate is called, in the language of the request or the given one. */
export function rateName(name: string, locale?: 'en' | 'fi' | 'nb'): string {
  const say = OWN_NAMES[name as keyof typeof OWN_NAMES]
  return say ? say({}, locale && { locale }) : name
}

/** The same rate under the name its reader sees. */
export const named = <R extends { name: string }>(rate: R): R => ({ ...rate, name: rateName(rate.name) })
