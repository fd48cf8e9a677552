// The demo market: Kauppatori, with three weeks of history that went through the real ledger.
import type { Context } from '#context'

/** Opens the demo market in an empty database, or finds it as it was left. Answers the sign-ins to print. */
export async function openDemo(_ctx: Context): Promise<{ signIns: string }> {
  return { signIns: '' }
}
