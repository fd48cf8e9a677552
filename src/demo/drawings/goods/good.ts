/** What every kind of good is drawn from, and what its drawing gives back. */
import type { PatternName } from '../patterns.ts'
import type { PrintName } from '../prints.ts'
import type { PosterArt } from './poster-art.ts'

export type Colours = { color?: string; accent?: string; third?: string; artColor?: string }
export type Finish = Colours & {
  pattern?: PatternName
  art?: PrintName
  poster?: PosterArt
  label?: string
  name?: string
  note?: string
  cap?: string
  pom?: boolean
}

/** Where a standing good touches the floor. */
export type Stance = { readonly left: number; readonly right: number; readonly base: number }

/** `outline` casts the shadow, `body` is the drawing; both in an 800 x 1000 field. */
export type Drawn = { readonly outline: string; readonly body: string }

/**
 * One kind of good. `middle` and `size` say where it sits in its field and how big it is; `fill` how much of a square
 * picture it takes; `base` is the height it stands on, for goods that stand and do not hang or lie.
 */
export type Good = {
  readonly middle: readonly [x: number, y: number]
  readonly size: readonly [w: number, h: number]
  readonly fill: number
  readonly stands?: Stance
  draw(finish: Finish): Drawn
}
