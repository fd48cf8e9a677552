import type { Role } from '#domain/accounts/index.ts'
import { demoPerson } from '../drawings/index.ts'

/** One for all: nothing on the demo market is worth guessing. */
export const PASSWORD = 'torilla-tavataan'

/** Whom a visitor of the demo may sign in as. */
export const signers: readonly { handle: string; role: Role }[] = [
  { handle: 'aino', role: 'owner' },
  { handle: 'sanna', role: 'marketer' },
  { handle: 'andrei', role: 'moderator' },
  { handle: 'harpreet', role: 'clerk' },
  { handle: 'amara', role: 'member' },
  { handle: 'oyvind', role: 'member' },
  { handle: 'linh', role: 'member' }
]

/** As the shop's settings keep them, for the sign-in page. */
export const demoSignIns = signers.map(({ handle, role }) => ({
  name: demoPerson(handle).name,
  role,
  email: `${handle}@kauppatori.example`,
  password: PASSWORD
}))
