import type { KeyInput } from '#domain/keys/index.ts'

/** A key as the form gives it: a name, the boxes that are ticked, and how many days, none for as long as it lasts. */
export function keyInputOf(form: FormData): KeyInput {
  const days = String(form.get('days') ?? '')
  return {
    name: String(form.get('name') ?? ''),
    scopes: form.getAll('scope').map(String) as KeyInput['scopes'],
    days: (days === '' ? null : Number(days)) as KeyInput['days']
  }
}
