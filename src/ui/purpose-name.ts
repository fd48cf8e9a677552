import type { Purpose } from '#domain/consents/schema.ts'
import * as m from '#messages'

const NAMES: Record<Purpose, () => string> = {
  marketing_email: m.consent_marketing_email,
  personalisation: m.consent_personalisation
}

/** What somebody may agree to, by name. */
export const purposeName = (purpose: Purpose): string => NAMES[purpose]()
