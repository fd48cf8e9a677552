const UNIQUE_VIOLATION = '23505'
const TRIES = 3

/**
 * Two people may reach for one name at once: both look, both find it free, and a unique index stops the second. Doing
 * it again, the second finds it taken and is refused in words.
 */
export async function lookAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION || attempt === TRIES) throw error
    }
  }
}
