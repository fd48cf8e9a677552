import { z } from 'zod'
import { cleanLine } from '#platform/text.ts'
import { NETWORKS } from './networks.ts'
import { ownPath } from './own-path.ts'

const line = (max: number) => z.string().max(2_000).transform(cleanLine).pipe(z.string().max(max))

const path = z
  .string()
  .trim()
  .max(500)
  .transform((text, check) => {
    const own = ownPath(text)
    if (own === undefined) check.addIssue({ code: 'custom', message: 'not a path of this shop' })
    return own ?? ''
  })

/** What stands after /l/: letters, digits, hyphens and underscores, two to forty. */
export const linkCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_-]{0,38}[a-z0-9]$/)

const target = z.union([
  z.object({ path }),
  z.object({ postId: z.uuid() }),
  z.object({ productId: z.uuid() }),
  z.object({
    items: z
      .array(z.object({ sku: line(200).pipe(z.string().min(1)), quantity: z.int().min(1).max(99) }))
      .min(1)
      .max(50),
    coupon: line(40).optional()
  })
])

export const createLinkInput = z.object({
  target,
  label: line(80).default(''),
  code: linkCode.optional(),
  network: z.enum(NETWORKS).optional(),
  campaignId: z.uuid().optional(),
  expiresAt: z.coerce.date().optional()
})
export type CreateLinkInput = z.input<typeof createLinkInput>
export type LinkTarget = z.output<typeof target>
