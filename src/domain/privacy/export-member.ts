import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { getShop } from '#domain/shops/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { collect, HELD_KINDS, type Held, type HeldKind } from './collect.ts'
import { exportPage } from './export-page.ts'

export type Everything = Record<HeldKind, Held[]>

/**
 * A member takes everything along that the shop holds about them: a page to read, the same as JSON for programs, and the
 * pictures they uploaded. Streamed: a picture is read when its turn comes.
 */
export async function exportMember(
  ctx: Context,
  { shopId, memberId }: Actor,
  locale: 'en' | 'fi' | 'nb'
): Promise<Outcome<Readable, 'not_a_member'>> {
  const member = memberId ? await findMember(ctx, shopId, memberId) : undefined
  if (!memberId || !member) return refused('not_a_member')
  const who = { shopId, memberId, userId: member.user_id, email: member.email }
  const found = await Promise.all(
    HELD_KINDS.map(async (kind) => [kind, await collect(ctx, kind, who)] as const)
  )
  const held = Object.fromEntries(found) as Everything
  const { user_id: _user, ...profile } = member
  const shop = await getShop(ctx, shopId)
  const at = ctx.clock.now()
  const data = Object.fromEntries(found.map(([kind, rows]) => [kind, rows.map((row) => row.data)]))
  const json = JSON.stringify({ shop: shop.name, exportedAt: at, profile, ...data }, null, 2)
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(exportPage({ shop, profile, held, at }, locale)), 'index.html', { mtime: at })
  zip.addBuffer(Buffer.from(json), 'data.json', { mtime: at })
  for (const { data: picture } of held.pictures) addPicture(ctx, zip, picture as Picture, at)
  zip.end()
  return done(zip.outputStream as Readable)
}

const findMember = ({ db }: Context, shopId: number, memberId: string) =>
  db
    .selectFrom('members')
    .select(['user_id', 'name', 'handle', 'email', 'role', 'locale', 'joined_at as joinedAt'])
    .where('shop_id', '=', shopId)
    .where('id', '=', memberId)
    .executeTakeFirst()

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
