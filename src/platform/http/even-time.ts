import { setTimeout as wait } from 'node:timers/promises'

/**
 * Answers no sooner than `ms` after it was asked, so that the time taken does not tell whether an account exists.
 * The work behind it must be clearly quicker than that.
 */
export async function evenTime<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), wait(ms)])
  if (result.status === 'rejected') throw result.reason
  return result.value
}
