import { area, curveBumpX, curveBumpY } from 'd3-shape'
import type { FlowLane } from '#domain/metrics/index.ts'

export const STAGES = ['likes', 'clicks', 'carts', 'orders'] as const
export type Stage = (typeof STAGES)[number]

/** A bar of one network at one stage: along the way, and across it. `missing` was not told. */
export type Bar = { lane: number; stage: number; at: number; from: number; size: number; missing: boolean }
/** A ribbon between two bars; `lost` is what did not go on, and fades. */
export type Ribbon = { lane: number; stage: number; path: string; lost: string | null }
export type Flow = { bars: Bar[]; ribbons: Ribbon[]; ends: number[] }

/** `at` are the places of the stages, `thick` a bar's thickness along the way, `span` the room across it. */
export type Frame = {
  upright: boolean
  at: readonly number[]
  thick: number
  start: number
  span: number
  align: 'middle' | 'end'
  gaps: readonly number[]
  /** The least distance between the middles of two bars that carry a label, per stage. */
  apart: readonly number[]
}

const LEAST = 1.8

/** Lays out lanes so that widths are linear: one scale for all stages, chosen so that the widest stage fits. */
export function layFlow(lanes: readonly FlowLane[], frame: Frame): Flow {
  const values = lanes.map((lane) => STAGES.map((stage) => lane[stage] ?? lane.clicks))
  const unit = Math.min(
    ...frame.at.map((_, stage) => {
      const sum = values.reduce((total, lane) => total + Math.max(0, lane[stage]!), 0)
      return sum > 0 ? (frame.span - frame.gaps[stage]! * (lanes.length - 1)) / sum : Infinity
    })
  )
  const scale = Number.isFinite(unit) ? Math.max(0, unit) : 0
  const bars = frame.at.flatMap((at, stage) => column(lanes, values, { ...frame, stage, at, scale }))
  const barOf = (lane: number, stage: number) => bars.find((bar) => bar.lane === lane && bar.stage === stage)
  const ribbons = lanes.flatMap((_, lane) =>
    frame.at.slice(1).flatMap((_, i) => {
      const [a, b] = [barOf(lane, i), barOf(lane, i + 1)]
      return a && b ? [ribbon(a, b, frame)] : []
    })
  )
  const ends = frame.at.map((_, stage) =>
    Math.min(...bars.filter((bar) => bar.stage === stage).map((bar) => bar.from))
  )
  return {
    bars,
    ribbons,
    ends: ends.map((end) => (Number.isFinite(end) ? end : frame.start + frame.span / 2))
  }
}

type Column = Omit<Frame, 'at'> & { stage: number; at: number; scale: number }

function column(
  lanes: readonly FlowLane[],
  values: number[][],
  { stage, at, scale, ...frame }: Column
): Bar[] {
  const shown = lanes.map((_, lane) => lane).filter((lane) => values[lane]![stage]! > 0)
  let from = 0
  const bars = shown.map((lane, i): Bar => {
    const size = Math.max(LEAST, values[lane]![stage]! * scale)
    if (i > 0) {
      const before = Math.max(LEAST, values[shown[i - 1]!]![stage]! * scale)
      from += Math.max(frame.gaps[stage]!, frame.apart[stage]! - (before + size) / 2)
    }
    const bar = { lane, stage, at, from, size, missing: stage === 0 && lanes[lane]!.likes === null }
    from += size
    return bar
  })
  const room = frame.span - from
  const shift = frame.start + (frame.align === 'middle' ? room / 2 : room)
  return bars.map((bar) => ({ ...bar, from: bar.from + shift }))
}

/** What goes on leaves from the middle of the bar, as wide as where it arrives. */
function ribbon(a: Bar, b: Bar, { upright, thick }: Frame): Ribbon {
  const middle = a.from + a.size / 2
  const leaves = Math.min(a.size, b.size)
  const path = band(upright, [a.at + thick, middle - leaves / 2, leaves], [b.at, b.from, b.size])
  const narrowed = Math.max(b.size, a.size * 0.8)
  const towards = b.from + b.size / 2 - narrowed / 2
  const lost = band(upright, [a.at + thick, a.from, a.size], [b.at, towards, narrowed])
  return { lane: a.lane, stage: a.stage, path, lost: a.size > b.size + 1 ? lost : null }
}

type Edge = [at: number, from: number, size: number]

function band(upright: boolean, ...edges: [Edge, Edge]): string {
  const shape = upright
    ? area<Edge>()
        .y((e) => e[0])
        .x0((e) => e[1])
        .x1((e) => e[1] + e[2])
        .curve(curveBumpY)
    : area<Edge>()
        .x((e) => e[0])
        .y0((e) => e[1])
        .y1((e) => e[1] + e[2])
        .curve(curveBumpX)
  return (shape.digits(1)(edges) ?? '').replaceAll(' ', '')
}
