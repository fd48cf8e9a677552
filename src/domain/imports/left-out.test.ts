import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { findProduct } from '#domain/catalog/index.ts'
import { world, type World } from '#test/world.ts'
import { cancelImport, forgetFiles as forgetLeftOut, hasLeftOut, leftOutFile, runImport } from './index.ts'
import { bringIn, file, longTees, tee, upload } from './testing.ts'

const DAY_MS = 86_400_000

async function leftOut({ ctx, shopId }: World, id: string, locale: 'en' | 'fi' = 'en'): Promise<string> {
  const lines = await leftOutFile(ctx, shopId, id, locale)
  return lines ? text(Readable.from(lines)) : ''
}

/** A row that cannot be read, one that cannot be saved, and one product of several rows of which one is wrong. */
const BROKEN = (sku: string) => [
  tee(21),
  tee(22, { 'Variant Price': 'cheap', Title: '=HYPERLINK("x")' }),
  tee(23, { 'Variant SKU': sku }),
  tee(24, { 'Option1 Name': 'Size', 'Option1 Value': 'S' }),
  tee(24, { Title: '', 'Option1 Value': 'M', 'Variant SKU': 'TEE-24M', 'Variant Price': '-1' }),
  tee(25)
]

test('what was left out comes as it stood, whole products with their reasons, and mended it goes in', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const owner = await given.owner()
  const taken = await given.product()
  const told = await bringIn(ctx, owner, file(BROKEN(taken.sku)))
  expect(told).toMatchObject({ created: 2, skipped: 3 })
  const csv = await leftOut(w, told.id)
  const lines = csv.trimEnd().split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatch(/^\ufeff"Why it was left out \(torilla\)","Handle","Title",/)
  expect(lines.map((line) => /^"([^"]+: )/.exec(line.replace('\ufeff', ''))?.[1] ?? '')).toEqual([
    ...['', 'Variant Price: ', '', '', 'Variant Price: ']
  ])
  expect(lines[2]).toMatch(/^"[^"]+","tee-23"/)
  expect(lines[3]).toMatch(/^"","tee-24"/)
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)

  const mended = csv
    .replace('"cheap"', '"12.00"')
    .replace('"\'-1"', '"9.00"')
    .replace(`"${taken.sku}"`, '"TEE-23"')
  expect(await bringIn(ctx, owner, mended)).toMatchObject({ state: 'done', created: 3, problems: 0 })
  expect(await findProduct(ctx, shopId, 'tee-22')).toMatchObject({ title: '=HYPERLINK("x")' })
  expect((await findProduct(ctx, shopId, 'tee-24'))!.variants).toHaveLength(2)
})

test('nothing is kept of a file that came in whole, nor of one that was stopped', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const owner = await given.owner()
  const whole = await bringIn(ctx, owner, file([tee(1)]))
  const stopped = await upload(ctx, owner, file([tee(2, { 'Variant Price': 'cheap' })]))
  await cancelImport(ctx, owner, stopped)
  await runImport(ctx, shopId, stopped)
  for (const id of [whole.id, stopped]) {
    expect(await hasLeftOut(ctx, shopId, id)).toBe(false)
    expect(await leftOut(w, id)).toBe('')
    expect(await ctx.files.exists(`imports/${shopId}/${id}.csv`)).toBe(false)
  }
})

test('a file with semicolons comes back with semicolons, and in the reader’s language', async () => {
  const w = await world()
  const told = await bringIn(
    w.ctx,
    await w.given.owner(),
    'Handle;Title;Variant Price\nmug;Muki;halpa\ncup;Kuppi;"12,50"\n'
  )
  expect(told).toMatchObject({ created: 1, skipped: 1 })
  const [heading, row] = (await leftOut(w, told.id, 'fi')).split('\r\n')
  expect(heading).toBe('\ufeff"Miksi jätettiin pois (torilla)";"Handle";"Title";"Variant Price"')
  expect(row).toMatch(/^"Variant Price: .+";"mug";"Muki";"halpa"$/)
})

test('an import that another worker took up again keeps what the first left out', async () => {
  const w = await world()
  const { ctx, given, shopId } = w
  const owner = await given.owner()
  const taken = await given.product()
  const whole = longTees(130).split('\r\n')
  const broken = whole.map((line) =>
    line.replace(/\bTEE-3\b/, taken.sku).replace(/(\btee-120,.*)34\.00/, '$1cheap')
  )
  const id = await upload(ctx, owner, broken.join('\r\n'))
  // The first worker dies once a batch is saved: its file gives out.
  const files = {
    ...ctx.files,
    open: async (key: string) => {
      const found = await ctx.files.open(key)
      return found && { ...found, stream: Readable.from(failingAfter(found.stream, 300_000)) }
    }
  }
  await expect(runImport({ ...ctx, files: files as typeof ctx.files }, shopId, id)).rejects.toThrow('gone')
  await runImport(ctx, shopId, id)
  const handles = (await leftOut(w, id)).split('\r\n').map((line) => /,"(tee-\d+)"/.exec(line)?.[1])
  expect(handles.filter(Boolean)).toEqual(['tee-3', 'tee-120'])
})

test('what nobody came back for is forgotten after a month', async () => {
  const w = await world()
  const { ctx, given, shopId, clock } = w
  const told = await bringIn(ctx, await given.owner(), file([tee(1, { 'Variant Price': 'cheap' })]))
  clock.advance(29 * DAY_MS)
  await forgetLeftOut(ctx)
  expect(await hasLeftOut(ctx, shopId, told.id)).toBe(true)
  clock.advance(2 * DAY_MS)
  await forgetLeftOut(ctx)
  expect(await hasLeftOut(ctx, shopId, told.id)).toBe(false)
})

async function* failingAfter(stream: AsyncIterable<Uint8Array>, bytes: number) {
  let passed = 0
  for await (const chunk of stream) {
    if ((passed += chunk.length) > bytes) throw new Error('gone')
    yield chunk
  }
}
