// The door for what browsers report by themselves: untrusted views and taps, counted only after named steps.
export { flushDrops } from './count-drops.ts'
export {
  DROP_REASONS,
  type DropReason,
  type FollowedLink,
  type Interaction,
  type Reporter
} from './interaction.ts'
export { Overloaded } from './batcher.ts'
export { takeIn, takeInLink } from './take-in.ts'
export { writeSoon } from './write-soon.ts'
