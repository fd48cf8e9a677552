/** How a person looks: what every drawing of them, near or far, front, side or back, is made from. */
import type { HairTone, SkinTone } from '../palette.ts'
import type { PatternName } from '../patterns.ts'

export type HairStyle =
  | 'short'
  | 'swept'
  | 'long'
  | 'wavy'
  | 'bob'
  | 'bun'
  | 'ponytail'
  | 'curly'
  | 'afro'
  | 'locs'
  | 'braids'
  | 'buzz'
  | 'bald'
  | 'hijab'
  | 'turban'

export type Look = {
  skin?: SkinTone
  hair?: HairTone
  style?: HairStyle
  /** Colour of a scarf or turban. */
  scarf?: string
  top?: string
  pattern?: PatternName
  accent?: string
  glasses?: 'clear' | 'sun'
  beard?: 'full' | 'short' | 'moustache'
  hat?: string
  earrings?: boolean
  freckles?: boolean
  age?: 'child' | 'adult' | 'old'
  mood?: 'smile' | 'calm' | 'laugh'
  /** -1 looks to our left, 1 to our right. */
  turn?: -1 | 0 | 1
  build?: Build
}

export type Build = 'slim' | 'regular' | 'broad' | 'round'
