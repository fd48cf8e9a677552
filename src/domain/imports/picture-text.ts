import * as m from '#messages'
import type { Locale } from '#domain/shops/index.ts'

/** Why a remote picture could not be had, in a language. */
export function pictureText(problem: string | null, locale: Locale): string {
  const options = { locale }
  const status = /^status_(\d+)$/.exec(problem ?? '')?.[1]
  if (status) return m.import_picture_status({ detail: status }, options)
  if (problem?.startsWith('address_') || problem === 'too_many_redirects')
    return m.import_picture_address({}, options)
  if (problem === 'host_unknown') return m.import_picture_host_unknown({}, options)
  if (problem === 'unreachable') return m.import_picture_unreachable({}, options)
  if (problem === 'too_slow') return m.import_picture_too_slow({}, options)
  if (problem === 'body_too_large' || problem === 'picture_too_large')
    return m.import_picture_too_large({}, options)
  return m.import_picture_broken({}, options)
}
