import { CLASSIC, CURRENT, csv } from '#domain/catalog/reading/testing.ts'

type UploadFile = { name: string; mimeType: string; buffer: Buffer }

const file = (name: string, text: string): UploadFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text)
})

/** How many goods the older file holds: enough that its progress can be watched. */
export const OLDER_GOODS = 500

/** Shopify's older headings: drafts, and one product whose price is a word. */
export function olderFile(stamp: string): UploadFile {
  const good = (n: number) => ({
    Handle: `${stamp}-crate-${n}`,
    Title: `Crate ${stamp} ${n}`,
    'Variant SKU': `${stamp}-C${n}`,
    'Variant Price': `${(n % 90) + 5}.50`,
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': '4',
    Status: 'draft'
  })
  const goods = Array.from({ length: OLDER_GOODS }, (_, n) => good(n))
  const wrong = { ...good(OLDER_GOODS), 'Variant Price': 'a handful' }
  return file(`older-${stamp}.csv`, csv(CLASSIC, [...goods, wrong]))
}

/** Shopify's newer headings: a scarf in two colours, a lamp, and something that has no name. */
export function newerFile(stamp: string, lampPrice = '49.00'): UploadFile {
  const stock = { 'Inventory tracker': 'shopify', 'Inventory quantity': '6' }
  const colour = (name: string) => ({
    'URL handle': `scarf-${stamp}`,
    'Option1 name': 'Colour',
    'Option1 value': name,
    SKU: `${stamp}-${name.toUpperCase()}`,
    Price: '35.00',
    ...stock
  })
  const scarf = { ...colour('Moss'), Title: `Scarf ${stamp}`, Status: 'Active' }
  const lamp = {
    Title: `Lamp ${stamp}`,
    'URL handle': `lamp-${stamp}`,
    SKU: `${stamp}-LAMP`,
    Price: lampPrice,
    Status: 'Active',
    ...stock
  }
  const nameless = { 'URL handle': `lost-${stamp}`, SKU: `${stamp}-LOST`, Price: '1.00' }
  return file(`newer-${stamp}.csv`, csv(CURRENT, [scarf, colour('Rust'), lamp, nameless]))
}
