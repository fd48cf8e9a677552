import type { RefusalDetail } from '#ui/refusal-text.ts'
import type { ProductForm } from './form.ts'

export type Answer = { typed?: ProductForm; refusal?: string; detail?: RefusalDetail } | null | undefined
/** `name` is the field's own, or `options` for the choices as a whole; `why` is the refusal to put into words. */
export type Wrong = { name: string; why: string; detail?: RefusalDetail }

const AMOUNTS = ['price', 'compareAt', 'cost']

/** The field a refusal is about, so that one is led there; undefined when it is about the product as a whole. */
export function wrongField(answer: Answer, { variants }: ProductForm): Wrong | undefined {
  const { refusal, detail } = answer ?? {}
  if (!refusal) return undefined
  const skus = variants.map(({ sku }) => sku.trim())
  const inRow = (n: number, field: string, why = refusal): Wrong | undefined =>
    n < 0 ? undefined : { name: `variants.${n}.${field}`, why, detail }
  if (refusal === 'address_taken') return { name: 'handle', why: refusal, detail }
  if (refusal === 'sku_taken') return inRow(skus.indexOf(String(detail?.sku)), 'sku')
  if (refusal === 'stock_promised') return inRow(skus.indexOf(String(detail?.sku)), 'stock')
  const field = refusal === 'invalid' ? String(detail?.field ?? '') : ''
  if (field === 'sku_twice') return inRow(skus.findIndex((sku, n) => skus.indexOf(sku) < n), 'sku', field) // prettier-ignore
  if (field.startsWith('choice_')) return { name: 'options', why: field }
  return field ? { name: field, why: reasonFor(field) } : undefined
}

function reasonFor(field: string): string {
  const [, inVariant] = /^variants\.\d+\.(\w+)/.exec(field) ?? []
  if (inVariant) return AMOUNTS.includes(inVariant) ? 'field_amount' : 'field_whole'
  return field === 'handle' ? 'field_address' : `field_${field}`
}
