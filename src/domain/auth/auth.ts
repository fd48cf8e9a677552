import type { Context } from '#context'
import { hashSecret } from '#platform/ids.ts'
import { SESSION_SECONDS } from './session-cookie.ts'
import { authSecret } from './secret.ts'
import { accountTable, sessionTable, userTable, verificationTable } from './tables.ts'
import { ask } from './tray.ts'

export const PASSWORD_LENGTH = { min: 8, max: 128 }
export const LINK_SECONDS = 15 * 60
const RESET_SECONDS = 60 * 60
const CONFIRM_SECONDS = 24 * 60 * 60

/** What better-auth must know about where it is asked. */
export type AuthSite = {
  /** 0 while there is no shop yet. */
  shopId: number
  /** Whether an address is proved by a letter before a password opens anything. */
  confirms: boolean
}

export type Auth = Awaited<ReturnType<typeof open>>

const opened = new WeakMap<Context['db'], Map<string, Promise<Auth>>>()

/**
 * better-auth for one shop, on our own tables. It is called as a library from our form actions; its own HTTP
 * handler and cookies are not used. Loaded at the first sign-in: it takes half a second and 50 MB that a guest does not need.
 */
export function authAt(ctx: Context, site: AuthSite): Promise<Auth> {
  let sites = opened.get(ctx.db)
  if (!sites) opened.set(ctx.db, (sites = new Map()))
  const key = `${site.shopId} ${site.confirms}`
  let auth = sites.get(key)
  if (!auth) {
    auth = open(ctx, site)
    auth.catch(() => sites.delete(key))
    sites.set(key, auth)
  }
  return auth
}

async function open(ctx: Context, site: AuthSite) {
  const [{ betterAuth }, { magicLink }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link')
  ])
  return betterAuth({
    ...(await foundations(ctx, site)),
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: site.confirms,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => ask({ kind: 'reset', email: user.email, token }),
      onExistingUserSignUp: async ({ user }) => ask({ kind: 'known', email: user.email, token: '' })
    },
    emailVerification: {
      sendOnSignUp: site.confirms,
      expiresIn: CONFIRM_SECONDS,
      sendVerificationEmail: async ({ user, token }) => ask({ kind: 'confirm', email: user.email, token })
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashSecret(`${site.shopId}:${token}`) },
        sendMagicLink: async ({ email, token }) => ask({ kind: 'link', email, token })
      })
    ]
  })
}

async function foundations(ctx: Context, { shopId }: AuthSite) {
  return {
    secret: await authSecret(ctx),
    baseURL: 'https://square.invalid', // every address in a letter is ours: see linkTo
    database: { db: ctx.db, type: 'postgres' as const, transaction: true },
    user: userTable,
    account: accountTable,
    verification: { ...verificationTable, storeIdentifier: 'hashed' as const },
    session: { ...sessionTable, expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    databaseHooks: {
      session: { create: { before: async (session: object) => ({ data: { ...session, shopId } }) } }
    },
    advanced: {
      database: { generateId: () => ctx.ids.next() },
      ipAddress: { disableIpTracking: true }
    },
    rateLimit: { enabled: false }, // ours come first: see limits.ts
    telemetry: { enabled: false },
    logger: { disabled: true }
  }
}
