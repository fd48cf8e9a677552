import { z } from 'zod'
import { LOCALES } from '#domain/shops/index.ts'
import { cleanLine } from '#platform/text.ts'

export const FEED_NETWORKS = ['google', 'meta', 'pinterest'] as const
export type FeedNetwork = (typeof FEED_NETWORKS)[number]

/** What a custom label can say: one word or name an item, for the network's campaigns to sort by. */
export const LABELS = [
  'none',
  'rising',
  'bestseller',
  'new',
  'sale',
  'low_stock',
  'type',
  'collection'
] as const
export type Label = (typeof LABELS)[number]

export const FORMATS = ['xml', 'csv', 'tsv'] as const
export type FeedFormat = (typeof FORMATS)[number]

const line = (max: number) => z.string().max(2_000).transform(cleanLine).pipe(z.string().max(max))
const label = z.enum(LABELS)

export const feedSettings = z.object({
  /** What the network knows an item by: its SKU, or the variant's own id, which no renaming changes. */
  idFrom: z.enum(['sku', 'variant']).default('sku'),
  /** Only goods in one of these collections, or with one of these tags; empty takes all. */
  collections: z.array(z.uuid()).max(50).default([]),
  tags: z
    .array(line(60).pipe(z.string().min(1)))
    .max(50)
    .default([]),
  inStockOnly: z.boolean().default(false),
  /** Minor units. */
  minPrice: z.int().min(0).max(1_000_000_000).default(0),
  labels: z
    .tuple([label, label, label, label, label])
    .default(['rising', 'bestseller', 'new', 'sale', 'type']),
  utmMedium: line(60).default('feed'),
  utmCampaign: line(60).default(''),
  /** Whose brand goods without a vendor bear; empty is the shop's name. */
  brand: line(70).default(''),
  /** How long after an order a piece leaves that is sold without being in stock. */
  backorderDays: z.int().min(1).max(365).default(14),
  /** The network's category (a number or its full path) by the shop's own product type. */
  categories: z
    .array(z.object({ type: line(200).pipe(z.string().min(1)), category: line(750).pipe(z.string().min(1)) }))
    .max(200)
    .default([])
})
export type FeedSettings = z.output<typeof feedSettings>

export const feedInput = z.object({
  name: line(80).pipe(z.string().min(1)),
  network: z.enum(FEED_NETWORKS),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/),
  locale: z.enum(LOCALES),
  /** Whether the address is one that nobody can guess. */
  secret: z.boolean().default(true),
  settings: feedSettings.prefault({})
})
export type FeedInput = z.input<typeof feedInput>

/** What can change later: the network stays, because items are already known to it. */
export const feedChange = feedInput.omit({ network: true, secret: true })
export type FeedChange = z.input<typeof feedChange>
