/** Every kind of good the demo market sells; `drawGood` draws one in its own 800 x 1000 field. */
import { beanie } from './beanie.ts'
import { bottle } from './bottle.ts'
import { candle } from './candle.ts'
import { cap } from './cap.ts'
import type { Drawn, Finish, Good } from './good.ts'
import { hoodie } from './hoodie.ts'
import { longsleeve } from './longsleeve.ts'
import { mug } from './mug.ts'
import { poster } from './poster.ts'
import { socks } from './socks.ts'
import { stickers } from './stickers.ts'
import { tee } from './tee.ts'
import { tote } from './tote.ts'
import { towel } from './towel.ts'

const kinds = {
  tee,
  longsleeve,
  hoodie,
  beanie,
  cap,
  socks,
  tote,
  mug,
  bottle,
  towel,
  candle,
  poster,
  stickers
} satisfies Record<string, Good>

export type Kind = keyof typeof kinds
export const goods: Readonly<Record<Kind, Good>> = kinds
export type { Finish } from './good.ts'

export const drawGood = (kind: Kind, finish: Finish): Drawn => goods[kind].draw(finish)
