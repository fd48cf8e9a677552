import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Context } from '#context'
import { getShop, type Locale } from '#domain/shops/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { collect, HELD_KINDS, type Held, type HeldKind } from './collect.ts'
import { exportPage } from './export-page.ts'
import { findPerson, type PersonAsked } from './find-person.ts'

export type Everything = Record<HeldKind, Held[]>

/**
 * Everything the shop holds about somebody, to take along: a page to read, the same as JSON for programs, and the
 * pictures they uploaded. Of a member, a contact, or whoever bought by an address. Streamed: a picture is read when its
 * turn comes.
 */
export async function exportPerson(
  ctx: Context,
  shopId: number,
  asked: PersonAsked,
  locale: Locale
): Promise<Outcome<Readable, 'person_not_found'>> {
  const person = await findPerson(ctx, shopId, asked)
  if (!person) return refused('person_not_found')
  const found: [HeldKind, Held[]][] = []
  // One after the other: an export may take long, and leaves the connections to whoever is shopping.
  for (const kind of HELD_KINDS) found.push([kind, await collect(ctx, kind, person.who)])
  const held = Object.fromEntries(found) as Everything
  if (!person.profile && found.every(([, rows]) => rows.length === 0)) return refused('person_not_found')
  const shop = await getShop(ctx, shopId)
  const at = ctx.clock.now()
  const data = Object.fromEntries(found.map(([kind, rows]) => [kind, rows.map((row) => row.data)]))
  const json = JSON.stringify({ shop: shop.name, exportedAt: at, profile: person.profile, ...data }, null, 2)
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(exportPage({ shop, who: person.lines, held, at }, locale)), 'index.html', {
    mtime: at
  })
  zip.addBuffer(Buffer.from(json), 'data.json', { mtime: at })
  for (const { data: picture } of held.pictures) addPicture(ctx, zip, picture as Picture, at)
  zip.end()
  return done(zip.outputStream as Readable)
}

type Picture = { id: string; key: string | null }

/** A picture that is gone from the store is left out; pictures are compressed already. */
function addPicture({ files }: Context, zip: ZipFile, { id, key }: Picture, mtime: Date): void {
  if (!key) return
  const name = `pictures/${id}.${key.split('.').at(-1)}`
  zip.addReadStreamLazy(name, { mtime, compress: false }, (give) => {
    files.open(key).then(
      (file) => (file ? give(null, file.stream) : give(null, Readable.from([]))),
      (error: unknown) => give(error, Readable.from([]))
    )
  })
}
