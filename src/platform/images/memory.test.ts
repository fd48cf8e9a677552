import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { open } from './engine.ts'
import { noisy } from './sample.ts'

const images = new URL('./index.ts', import.meta.url).href

const script = `
  const { ingest, svgToPng } = await import(${JSON.stringify(images)})
  await ingest(await svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 9))
  const base = process.resourceUsage().maxRSS
  const outcome = await ingest(process.argv[1])
  console.log(JSON.stringify({ width: outcome.value?.width, addedKb: process.resourceUsage().maxRSS - base }))
`

/** Ingests a file in a process of its own and answers the peak memory that took, in megabytes over the idle one. */
async function measure(path: string): Promise<{ width: number; addedMb: number }> {
  const flags = ['--experimental-strip-types', '--input-type=module', '-e', script, path]
  const { stdout } = await promisify(execFile)(process.execPath, flags)
  const { width, addedKb } = JSON.parse(stdout)
  return { width, addedMb: addedKb / 1024 }
}

test('a sideways photograph of 50 megapixels takes less than 300 MB, sent plain or progressive', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'torilla-memory-'))
  const grain = await noisy(866, 578).png().toBuffer()
  const photograph = open(grain)
    .resize(8660, 5780, { fit: 'fill', kernel: 'nearest' })
    .withMetadata({ orientation: 6 })
  for (const progressive of [false, true]) {
    const path = join(folder, `photo-${progressive}.jpg`)
    await photograph.clone().jpeg({ progressive, chromaSubsampling: '4:2:0' }).toFile(path)
    const { width, addedMb } = await measure(path)
    expect(width).toBe(2734)
    expect(addedMb).toBeLessThan(300)
  }
  await rm(folder, { recursive: true })
}, 60_000)
