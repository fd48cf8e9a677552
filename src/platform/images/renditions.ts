import { encode } from './encode.ts'
import { open } from './engine.ts'
import { plan, type Planned, type PlanOptions } from './plan.ts'

export type Rendition = Planned & { body: Buffer }

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } }

const decode = (master: Buffer, width: number): Promise<Raw> =>
  open(master).resize({ width, withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true })

/**
 * Makes a master's planned sizes one at a time: the caller stores each before the next is made, so a job holds one
 * decoded picture however many it makes. AVIF takes seconds of CPU: ask for it in the worker only.
 */
export async function* renditions(master: Buffer, options: PlanOptions = {}): AsyncGenerator<Rendition> {
  const planned = plan(await open(master).metadata(), options)
  const widest = Math.max(...planned.map((one) => one.width))
  if (planned.length === 0) return
  const { data, info } = await decode(master, widest)
  for (const one of planned) {
    const sized = open(data, { raw: info }).resize(one.width, one.height, { fit: 'fill' })
    yield { ...one, body: await encode(sized, one.format, options.avifEffort).toBuffer() }
  }
}
