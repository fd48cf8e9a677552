import { expect, test } from 'vitest'
import { chunked, codes, collect, handles, read } from './testing.ts'
import { readProducts } from './read-products.ts'

const HEAD = 'Handle,Title,Price,Vendor\n'
const good = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `p${from + index},"Product, ${from + index}",1.50,"V"\n`).join(
    ''
  )

test.each([
  ['empty_file', ''],
  ['empty_file', ' \n\n'],
  ['no_rows', HEAD],
  ['no_rows', `${HEAD}\n,,,\n\r\n`],
  ['html_file', '<!DOCTYPE html><html><body>Sign in</body></html>'],
  ['unknown_header', 'Name;Phone\nAna;1\n'],
  ['unknown_header', '{"products":[]}'],
  ['missing_column', 'Handle,Title\na,A\n'],
  ['too_many_columns', `${HEAD.trim()}${',x'.repeat(300)}\n`],
  ['spreadsheet_file', 'PK\u0003\u0004rest'],
  ['binary_file', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))]
])('%s is the only thing told', async (code, file) => {
  const { items } = await read(file)
  expect(items).toMatchObject([{ kind: 'problem', code }])
})

test('an unterminated quote costs its own product, wherever the next quote is', async () => {
  for (const tail of [good(50, 50), good(50, 50).replaceAll('"', '').replaceAll('Product, ', '')]) {
    const told = await read(`${HEAD}${good(50)}bad,"Open,1,V\n${tail}`)
    expect(handles(told)).toEqual(Array.from({ length: 100 }, (_, index) => `p${index}`))
    expect(told.problems[0]).toMatchObject({ row: 52, handle: 'bad', raw: 'bad,"Open,1,V' })
    expect(told.problems).toHaveLength(1)
  }
})

test('stray quotes are mended where the row still adds up, and refused where it does not', async () => {
  const told = await read(`${HEAD}a,"Screen 5" wide",1,V\nb,5" pipe,1,V\nc,"x"y,1,V\nd,D,1,V\n`)
  expect(told.products.map(({ draft }) => draft.title)).toEqual(['Screen 5" wide', '5" pipe', 'D'])
  expect(told.notices[0]).toMatchObject({ code: 'quotes_repaired', row: 2 })
  expect(told.problems).toMatchObject([{ code: 'malformed_quotes', row: 4, handle: 'c' }])
})

test('a lost quote that happens to close further down is noticed by the number of cells', async () => {
  const told = await read(`${HEAD}bad,B,"1,V\np0,Pipe 5",1,V\n${good(1, 1)}`)
  expect(told.products.map(({ draft }) => draft.title)).toEqual(['Pipe 5"', 'Product, 1'])
  expect(told.problems).toMatchObject([{ code: 'column_count', row: 2, handle: 'bad', detail: '5/4' }])
  const inLine = await read(`${HEAD}bad,"x"y,"b",V\n${good(1)}`)
  expect(inLine.problems).toMatchObject([{ code: 'malformed_quotes', row: 2, handle: 'bad' }])
  expect(handles(inLine)).toEqual(['p0'])
})

test('the debris of a broken description is told as one stretch', async () => {
  const broken = 'a,"<p class="x">One\nTwo, three\nFour</p>",1,V\n'
  const told = await read(`${HEAD}${good(1)}${broken}${good(2, 1)}`)
  expect(handles(told)).toEqual(['p0', 'p1', 'p2'])
  expect(told.problems).toMatchObject([
    { code: 'malformed_quotes', row: 3, handle: 'a' },
    { code: 'lines_skipped', row: 4, detail: '4–5', handle: 'a' }
  ])
})

test('a cell over a megabyte is refused whether quoted, unquoted or never closed', async () => {
  const huge = 'x'.repeat(1_100_000)
  for (const cell of [
    huge,
    `"${huge}"`,
    huge.repeat(5),
    `"${huge.repeat(5)}"`,
    `"${`${huge}\n`.repeat(5)}"`
  ]) {
    const told = await read(`${HEAD}${good(2)}bad,B,1,${cell}\n${good(2, 2)}`, {}, 65_536)
    expect(handles(told)).toEqual(['p0', 'p1', 'p2', 'p3'])
    expect(told.problems[0]).toMatchObject({ code: 'cell_too_large', row: 4 })
    expect(told.problems[0]?.raw?.length).toBeLessThanOrEqual(200)
  }
})

test('what is told stays short however long the cells', async () => {
  const huge = 'é'.repeat(900_000)
  const cells = [huge, `a,${huge},1,V`, `b,B,${huge},V`, `${huge},C,1,V`].map((row) => `${row}\n`)
  for (const file of [
    `Handle,Title,Price,${cells[0]}a,A,1,V\n`,
    ...cells.slice(1).map((row) => HEAD + row)
  ]) {
    const { problems, notices } = await read(file)
    expect(problems.length + notices.length).toBeGreaterThan(0)
    for (const item of [...problems, ...notices]) expect(JSON.stringify(item).length).toBeLessThan(3_000)
  }
})

test('a NUL byte costs its product only', async () => {
  const told = await read(`${HEAD}${good(3)}bad,B\u0000,1,V\n${good(1, 3)}`)
  expect(handles(told)).toEqual(['p0', 'p1', 'p2', 'p3'])
  expect(codes(told.problems)).toEqual(['nul_character'])
})

test('too many rows end the reading', async () => {
  const told = await read(`${HEAD}${good(5)}`, { limits: { rows: 3 } })
  expect(handles(told)).toEqual(['p0', 'p1', 'p2'])
  expect(told.problems).toMatchObject([{ code: 'too_many_rows', detail: '3' }])
})

test('closing the reader closes the stream, and a failing stream fails the reading', async () => {
  let closed = false
  async function* endless() {
    try {
      yield Buffer.from(HEAD)
      for (;;) yield Buffer.from(good(1000))
    } finally {
      closed = true
    }
  }
  for await (const item of readProducts(() => endless(), { currency: 'EUR' }))
    if (item.kind === 'product') break
  expect(closed).toBe(true)
  async function* failing() {
    yield* chunked(Buffer.from(HEAD))
    throw new Error('connection reset')
  }
  await expect(collect(readProducts(() => failing(), { currency: 'EUR' }))).rejects.toThrow(
    'connection reset'
  )
})

test('quotes arranged to be read again and again still take linear time', async () => {
  const patterns = ['"a\n"b\n', '"""\n', ',""""x\n', 'a"b\n', '"\n', '",\n', '"" \n', '"a"b"\n']
  // Our own processor time: what else the machine does must not matter.
  const costOf = async (pattern: string, size: number) => {
    const file = Buffer.from(HEAD + pattern.repeat(size / pattern.length))
    const before = process.cpuUsage()
    await collect(readProducts(() => chunked(file), { currency: 'EUR' }))
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  for (const pattern of patterns) {
    const small = await costOf(pattern, 200_000)
    // Four times the file; were each quote read again for every other, it would cost sixteen times as much.
    expect(await costOf(pattern, 800_000), JSON.stringify(pattern)).toBeLessThan(8 * small + 500)
  }
}, 120_000)

test('memory stays bounded while a gigabyte of one product passes by', async () => {
  const row = Buffer.from(`a,,1,${'v'.repeat(500_000)}\n`)
  async function* flood() {
    yield Buffer.from(`${HEAD}a,A,1,V\n`)
    for (let n = 0; n < 2_000; n++) yield row
    yield Buffer.from(good(1))
  }
  const before = process.memoryUsage().heapUsed
  let peak = 0
  const watched = async function* () {
    for await (const chunk of flood()) {
      peak = Math.max(peak, process.memoryUsage().heapUsed - before)
      yield chunk
    }
  }
  const told = await collect(readProducts(() => watched(), { currency: 'EUR' }))
  expect(handles(told)).toEqual(['p0'])
  expect(codes(told.problems)).toContain('product_too_large')
  expect(peak).toBeLessThan(120_000_000)
})
