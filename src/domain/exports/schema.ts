import { z } from 'zod'

export const EXPORTS = ['products', 'orders', 'store_orders', 'customers', 'posts', 'interactions'] as const
export type What = (typeof EXPORTS)[number]

export const EXPORT_FORMATS = ['csv', 'ndjson'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Whole days of the shop, both included; none means from the beginning, or until now. */
export const spanInput = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional()
})
