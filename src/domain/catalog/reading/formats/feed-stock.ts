import { fold } from '../columns.ts'
import type { Said } from './format.ts'

const IN = ['instock', 'available', 'limitedavailability', 'instoreonly', 'onlineonly', 'yes', '']
const OUT = ['outofstock', 'soldout', 'unavailable', 'no', 'discontinued']
const TO_ORDER = ['preorder', 'backorder', 'availablefororder', 'madetoorder', 'presale']

/** Availability as any network spells it (`in stock`, `in_stock`, `https://schema.org/InStock`); undefined if none does. */
export function availabilityOf(text: string, quantity: string): Said | undefined {
  const word = fold(text.replace(/^https?:\/\/schema\.org\//i, ''))
  if (TO_ORDER.includes(word)) return { tracker: 'shop', quantity: quantity || '0', continueSelling: 'yes' }
  if (OUT.includes(word)) return { tracker: 'shop', quantity: '0', continueSelling: 'no' }
  if (!IN.includes(word)) return undefined
  return { tracker: quantity ? 'shop' : 'no', quantity, continueSelling: 'no' }
}
