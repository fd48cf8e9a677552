import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import * as m from '#messages'
import type { Context } from '#context'
import { leftOut } from '#domain/catalog/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import { addressPattern } from '#platform/address-pattern.ts'
import type { Run } from './import.ts'
import { openerOf } from './open-file.ts'
import type { LeftRows } from './left-rows.ts'
import { remarksOn } from './queries.ts'
import { remarkText } from './remark-text.ts'

const LINES = 500
const DAY_MS = 86_400_000
/** How long what was left out can be fetched, in days; the sweep looks a week further back. */
const KEPT_DAYS = 30

type Row = [row: number, ...cells: string[]]

/** The file goes when its import is over; of it only the rows that were left out stay, one JSON array a line. */
const keyOf = (shopId: number, importId: string) => `imports/${shopId}/${importId}-left.txt`

/** Keeps the rows that were left out, the heading first. Done twice, after a crash, it comes to the same. */
export async function keepLeftOut(ctx: Context, run: Run, left: LeftRows): Promise<void> {
  const wanted = left.asker()
  if (!wanted || !(await ctx.files.exists(run.fileKey))) return
  async function* lines() {
    let headed = false
    for await (const { row, cells, delimiter } of leftOut.rows(openerOf(ctx, run), wanted!)) {
      if (!headed) yield `${JSON.stringify(delimiter)}\n`
      headed = true
      yield `${JSON.stringify([row, ...cells])}\n`
    }
  }
  await ctx.files.put(keyOf(run.shopId, run.id), Readable.from(lines(), { objectMode: false }))
}

/** Whether an import has rows to mend that can still be fetched. */
export const hasLeftOut = ({ files }: Pick<Context, 'files'>, shopId: number, importId: string) =>
  files.exists(keyOf(shopId, importId))

/** What was left out as a CSV file, each row with its reason in a language; undefined when nothing is kept. */
export async function leftOutFile(
  ctx: Pick<Context, 'db' | 'files'>,
  shopId: number,
  importId: string,
  locale: Locale
): Promise<AsyncGenerator<string> | undefined> {
  const file = await ctx.files.open(keyOf(shopId, importId))
  return file && written(ctx, shopId, importId, { stream: file.stream, locale })
}

async function* written(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  importId: string,
  { stream, locale }: { stream: Readable; locale: Locale }
): AsyncGenerator<string> {
  try {
    const lines = createInterface({ input: stream, crlfDelay: Infinity })[Symbol.asyncIterator]()
    const next = async () => {
      const { value, done } = await lines.next()
      return done ? undefined : (JSON.parse(value) as unknown)
    }
    const delimiter = String((await next()) ?? ',')
    const [, ...headings] = ((await next()) ?? [1]) as Row
    yield leftOut.heading(m.import_left_column({}, { locale }), headings, delimiter)
    for (let rows = await some(next); rows.length; rows = await some(next)) {
      const reasons = await reasonsFor(ctx, shopId, importId, { rows, locale })
      for (const [row, ...cells] of rows) yield leftOut.line(reasons.get(row) ?? '', cells, delimiter)
    }
  } finally {
    stream.destroy()
  }
}

async function some(next: () => Promise<unknown>): Promise<Row[]> {
  const rows: Row[] = []
  while (rows.length < LINES) {
    const row = (await next()) as Row | undefined
    if (!row) break
    rows.push(row)
  }
  return rows
}

/** All that is wrong with each row, as one text: the column, then why. */
async function reasonsFor(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  importId: string,
  { rows, locale }: { rows: Row[]; locale: Locale }
): Promise<Map<number, string>> {
  const reasons = new Map<number, string>()
  const range = { first: rows[0]![0], last: rows.at(-1)![0] }
  for (const remark of await remarksOn(ctx, shopId, importId, range)) {
    const said = [remark.field, remarkText(remark, locale)].filter(Boolean).join(': ')
    const before = reasons.get(remark.row)
    reasons.set(remark.row, before ? `${before} ${said}` : said)
  }
  return reasons
}

/** Takes the rows of somebody who is forgotten out of what can still be fetched. Done again, it changes nothing. */
export async function forgetLeftOutOf(
  ctx: Pick<Context, 'db' | 'files' | 'clock'>,
  shopId: number,
  address: string
): Promise<void> {
  const since = new Date(ctx.clock.now().getTime() - (KEPT_DAYS + 7) * DAY_MS)
  const kept = await ctx.db
    .selectFrom('imports')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('kind', 'in', ['customers', 'orders'])
    .where('finished_at', '>', since)
    .execute()
  for (const { id } of kept) await leaveOut(ctx.files, keyOf(shopId, id), address)
}

async function leaveOut(files: Context['files'], key: string, address: string): Promise<void> {
  const file = await files.open(key)
  if (!file) return
  const theirs = new RegExp(addressPattern(address, 'js'), 'u')
  const lines: string[] = []
  let found = false
  for await (const line of createInterface({ input: file.stream, crlfDelay: Infinity })) {
    const cells = [JSON.parse(line) as string | Row].flat()
    if (cells.some((cell) => theirs.test(String(cell).toLowerCase()))) found = true
    else lines.push(`${line}\n`)
  }
  if (found) await files.put(key, Readable.from(lines, { objectMode: false }))
}

/** Forgets what was left out a month ago and has not been fetched since. */
export async function forgetLeftOut(ctx: Pick<Context, 'db' | 'files' | 'clock'>): Promise<void> {
  const now = ctx.clock.now().getTime()
  const over = await ctx.db
    .selectFrom('imports')
    .select(['shop_id', 'id'])
    .where('finished_at', '<', new Date(now - KEPT_DAYS * DAY_MS))
    .where('finished_at', '>', new Date(now - (KEPT_DAYS + 7) * DAY_MS))
    .execute()
  for (const { shop_id, id } of over) await ctx.files.remove(keyOf(shop_id, id))
}
