// Accounts of people, global to the installation, and their sessions, each at one shop: better-auth on our own tables.
export { attempt } from './attempt.ts'
export { authAt, type Auth, type AuthSite } from './auth.ts'
export { createAccount, type NewAccount } from './create-account.ts'
export { limited } from './limits.ts'
export { authSecret } from './secret.ts'
export { cookieFor, spentCookie, type SessionCookie } from './session-cookie.ts'
export {
  endSession,
  findSession,
  findUser,
  moveSession,
  openSession,
  sweepSessions,
  type Session
} from './sessions.ts'
export { withTray } from './tray.ts'
export { authFor, linkTo, type Visit } from './visit.ts'
