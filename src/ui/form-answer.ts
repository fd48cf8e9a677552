import { refusalText, type RefusalDetail } from './refusal-text.ts'

/** What one of several forms on a page got back; `typed.form` says whose refusal it is, `saved` whose success. */
export type FormAnswer =
  | { saved?: string; refusal?: string; detail?: RefusalDetail; typed?: Record<string, string> }
  | null
  | undefined

/** The refusal for the form of this name, if it was this one. */
export const refusedIn = (form: FormAnswer, name: string): FormAnswer =>
  form?.refusal && form.typed?.form === name ? form : null

/** The words for one field of the form of this name, when it is the one that was refused. */
export function errorIn(form: FormAnswer, name: string, field: string): string | undefined {
  const mine = refusedIn(form, name)
  return mine?.refusal === 'invalid' && mine.detail?.field === field
    ? refusalText(`field_${field}`)
    : undefined
}
