export type Clock = { now(): Date }

/** The machine's own time. Tests hand a fixed clock instead. */
export const systemClock: Clock = { now: () => new Date() }
