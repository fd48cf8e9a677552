// People whom the shop knows from elsewhere: no accounts, and nobody gets a letter for being known.
export { findContact, listContacts, type Contact, type ContactListed } from './queries.ts'
export { linkMembers } from './link-members.ts'
export { saveContacts, type ContactDraft } from './save-contacts.ts'
