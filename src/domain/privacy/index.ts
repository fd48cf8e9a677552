// What the shop holds about a person is theirs: to take along, and to have erased, as far as the books allow.
export { booksOf, type Books } from './books/books-of.ts'
export { blankSome, IS_OPEN } from './erasing/blank-orders.ts'
export { eraseMember, type Begun } from './erasing/erase-member.ts'
export { eraseContact, eraseGuest } from './erasing/erase-stranger.ts'
export { listErasures, type ErasureListed } from './erasing/queries.ts'
export { runErasure, runErasureAgain } from './erasing/run-erasure.ts'
export { exportPerson } from './export-person.ts'
export type { PersonAsked } from './find-person.ts'
