// The door for what browsers report by themselves: untrusted views and taps, counted only after named steps.
export { flushDrops } from './count-drops.ts'
export { DROP_REASONS, type DropReason, type Interaction, type Reporter } from './interaction.ts'
export { Overloaded, takeIn } from './take-in.ts'
