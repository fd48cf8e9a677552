import { refusalText, type RefusalDetail } from '#ui/refusal-text.ts'

type Form = { refusal?: string; detail?: RefusalDetail } | null | undefined

/** The words for one field, when it is the one that an action refused. */
export const fieldError = (form: Form, field: string): string | undefined =>
  form?.refusal === 'invalid' && form.detail?.field === field ? refusalText(`field_${field}`) : undefined
