import type { Availability, Item } from '../item.ts'

/** A field's value: one text, several, or deliveries, which XML nests and tables write with colons. */
export type Value = string | readonly string[] | readonly Delivery[]
export type Delivery = { country: string; service: string; price: string }

export type Field = readonly [name: string, value: (item: Item) => Value | null]

/** How one network wants its feed. A limit that proves wrong is corrected here, in one line. */
export type NetworkSpec = {
  /** Where these facts stand, and when they were read. */
  source: string
  asOf: string
  availability: Record<Availability, string>
  limits: {
    id: number
    title: number
    description: number
    link: number
    brand: number
    label: number
    /** Pictures besides the first. */
    pictures: number
    /** The least width and height of a picture, in pixels. */
    pictureSide: number
  }
  /** Characters that an id may not hold. */
  idForbids: RegExp | null
  fields: readonly Field[]
}
