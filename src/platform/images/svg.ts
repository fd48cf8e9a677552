import { open } from './engine.ts'

const pointsPerInch = 72

/** Our own drawings as pixels, `width` wide. Never for an SVG from outside: those are refused at ingest. */
export async function svgToPng(svg: string, width: number): Promise<Buffer> {
  const drawing = Buffer.from(svg)
  const natural = await open(drawing, { density: pointsPerInch }).metadata()
  const density = Math.min(Math.max((pointsPerInch * width) / natural.width, 1), 2400)
  return open(drawing, { density }).resize({ width }).png({ compressionLevel: 9 }).toBuffer()
}
