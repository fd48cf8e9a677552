import { INTAKE_KINDS, type IntakeKind } from '#domain/ledger/index.ts'
import type { Interaction } from '#domain/intake/index.ts'
import { isUuid } from '#platform/ids.ts'

const MOST = 50
const TARGETS = ['product', 'buy', 'link']

type Report = { items: Interaction[]; click: string | null }
type Item = Partial<Record<'kind' | 'post' | 'product' | 'to' | 'at', unknown>> | null

/**
 * What a browser reports: {"items": [{"kind": "view", "post": id, "at": 1784023200000}], "click": click id}. Checked
 * by hand, as this is the busiest door of the house; undefined when anything in it is not as it must be.
 */
export function readInteractions(text: string, now: Date): Report | undefined {
  const body = parse(text)
  const items = body?.items
  if (!Array.isArray(items) || items.length === 0 || items.length > MOST) return undefined
  const read: Interaction[] = []
  for (const item of items as Item[]) {
    const interaction = item && readItem(item, now)
    if (!interaction) return undefined
    read.push(interaction)
  }
  return { items: read, click: typeof body?.click === 'string' ? body.click.slice(0, 40) : null }
}

function parse(text: string): { items?: unknown; click?: unknown } | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' ? body : null
  } catch {
    return null
  }
}

function readItem({ kind, post, product, to, at }: NonNullable<Item>, now: Date): Interaction | undefined {
  const when = at === undefined ? now.getTime() : typeof at === 'number' ? at : Date.parse(String(at))
  if (!INTAKE_KINDS.includes(kind as IntakeKind) || !Number.isFinite(when)) return undefined
  if ((post !== undefined && !isUuid(post)) || (product !== undefined && !isUuid(product))) return undefined
  if (kind === 'click' && !TARGETS.includes(to as string)) return undefined
  const common = { kind: kind as IntakeKind, to: to as Interaction['to'], at: when }
  if (kind !== 'view' && product) return { ...common, subject: 'product', id: product, postId: post }
  if (kind !== 'product_view' && post) return { ...common, subject: 'post', id: post }
  return undefined
}
