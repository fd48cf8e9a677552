// What people agreed to, purpose by purpose: a log that only grows, and what holds now.
export { hasConsent } from './has-consent.ts'
export { noteImported, type ImportedConsent } from './note-imported.ts'
export { consentLog, consentsOf, type ConsentNow, type ConsentSaid } from './queries.ts'
export { setConsent } from './set-consent.ts'
export { consentState, consentWords } from './words.ts'
