import { fingerprint, random } from '../drawings/random.ts'

/** A source of chance with a name: the same name tells the same story, on every machine. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number
  between(low: number, high: number): number
  happens(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** One of these, each as likely as its weight. */
  weighted<T>(from: readonly T[], weight: (one: T) => number): T
  /** Minutes until something that takes `mean` minutes on average. */
  wait(mean: number): number
}

export function chance(name: string): Chance {
  const next = random(parseInt(fingerprint(name).slice(-6), 36))
  for (let i = 0; i < 5; i++) next()
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  return {
    next,
    pick,
    between: (low, high) => low + next() * (high - low),
    happens: (probability) => next() < probability,
    weighted: (from, weight) => {
      let left = next() * from.reduce((sum, one) => sum + weight(one), 0)
      return from.find((one) => (left -= weight(one)) < 0) ?? from.at(-1)!
    },
    wait: (mean) => -Math.log(1 - next()) * mean
  }
}
