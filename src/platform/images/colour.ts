import type { Pixels } from './placeholder.ts'

const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0')

type Bin = { count: number; sum: [number, number, number] }

/** Pixels in bins of 16 steps a channel; those one can see through belong to whatever is behind the picture. */
function histogram({ rgba }: Pixels): Bin[] {
  const bins = new Map<number, Bin>()
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = rgba.subarray(at, at + 4)
    if (alpha < 128) continue
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4)
    const bin = bins.get(key) ?? { count: 0, sum: [0, 0, 0] }
    bins.set(key, { count: bin.count + 1, sum: [bin.sum[0] + r, bin.sum[1] + g, bin.sum[2] + b] })
  }
  return [...bins.values()]
}

/** The colour most of the picture has, as `#rrggbb`; white when there is nothing to see. */
export function dominantColour(pixels: Pixels): string {
  const [top] = histogram(pixels).sort((a, b) => b.count - a.count)
  return top ? `#${top.sum.map((total) => hex(total / top.count)).join('')}` : '#ffffff'
}
