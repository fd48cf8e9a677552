import { afterEach, vi } from 'vitest'
import type { TestClock } from './world.ts'

afterEach(() => void vi.useRealTimers())

/** Makes the machine's own date follow a test's clock, for libraries that read it themselves. Timers stay real. */
export function keepTime(clock: TestClock): { advance(ms: number): void } {
  const follow = () => vi.useFakeTimers({ toFake: ['Date'], now: clock.now() })
  follow()
  return {
    advance(ms) {
      clock.advance(ms)
      follow()
    }
  }
}
