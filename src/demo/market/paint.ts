import { Readable } from 'node:stream'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { svgToPng } from '#platform/images/index.ts'
import { lane } from '#platform/images/lane.ts'
import { must } from '../story/must.ts'

/** Keeps a drawing as an upload would be kept, and answers the picture's id. */
export type Painter = (drawing: string, width: number, alt: string) => Promise<string>

/** Two pictures at a time: as many as the smallest machine has cores. */
export function openPaintbox(ctx: Context, actor: Actor): Painter {
  const inLane = lane(2)
  return (drawing, width, alt) =>
    inLane(async () => {
      const png = await svgToPng(drawing, width, { opaque: true })
      const upload = { declaredType: 'image/png', alt }
      return (await must(ingestPicture(ctx, actor, Readable.from([png]), upload))).id
    })
}
