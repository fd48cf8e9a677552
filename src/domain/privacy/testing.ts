import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Actor } from '#domain/accounts/index.ts'
import { saveContacts } from '#domain/contacts/index.ts'
import { addComment } from '#domain/discussions/index.ts'
import { takeIn } from '#domain/intake/index.ts'
import { makeKey } from '#domain/keys/index.ts'
import { followLink, shareLinkFor } from '#domain/links/index.ts'
import { setAvatar } from '#domain/members/index.ts'
import { sendLetter } from '#domain/notifications/index.ts'
import { addNote } from '#domain/orders/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { followShop, react } from '#domain/reactions/index.ts'
import { flat } from '#platform/images/sample.ts'
import { BROWSER } from '#test/api.ts'
import { HOME } from '#test/checkout.ts'
import { must } from '#test/factories/posts.ts'
import type { World } from '#test/world.ts'
import { runErasure } from './index.ts'

export type Lived = {
  actor: Actor
  address: string
  userId: string
  /** Texts of which each names this person and nobody else. */
  marks: string[]
  postId: string
  orders: string[]
  picture: string
  commentId: string
}

/** Somebody who did everything that can be done here, as member, guest and customer of old; `mark` is in all of it. */
export async function lived(w: World, mark: string): Promise<Lived> {
  const { ctx, shopId, given } = w
  const address = `${mark}@example.org`
  const ip = `203.0.113.${mark.length}${mark.charCodeAt(0)}`
  const actor = await given.member({ name: `Name-${mark}`, email: address })
  const userId = `user-${actor.memberId}`
  const now = ctx.clock.now()
  const times = { created_at: now, updated_at: now }
  await ctx.db
    .insertInto('auth_users')
    .values({ id: userId, name: `Name-${mark}`, email: address, email_verified: true, ...times })
    .execute()
  await ctx.db
    .insertInto('auth_sessions')
    .values({
      id: ctx.ids.next(),
      user_id: userId,
      shop_id: shopId,
      token: ctx.ids.secret(),
      ip_address: ip,
      user_agent: `Agent-${mark}`,
      expires_at: new Date('2027-01-01'),
      ...times
    }) // prettier-ignore
    .execute()
  const postId = await given.post()
  const { commentId } = await saidAndDone(w, actor, postId, mark)
  const orders = await bought(w, actor, { mark, address })
  await keptBefore(w, { mark, address })
  await leftOut(w, { mark, address })
  const picture = await pictured(w, actor, mark)
  await must(
    makeKey(ctx, { ...actor, role: 'owner' }, { name: `Key-${mark}`, scopes: ['own.account'], days: 30 })
  )
  const marks = [address, `-${mark}`, `Street ${mark}`, ip, actor.memberId!, userId]
  return { actor, address, userId, marks, postId, orders, picture, commentId }
}

async function saidAndDone(w: World, actor: Actor, postId: string, mark: string) {
  const { ctx, given, clock } = w
  const commentId = await must(addComment(ctx, actor, { postId, words: `Words-${mark}` }))
  await must(addComment(ctx, await given.member(), { postId, parentId: commentId, words: 'An answer' }))
  for (const kind of ['like', 'save'] as const) await must(react(ctx, actor, { postId, kind }))
  await must(followShop(ctx, actor))
  const link = (await shareLinkFor(ctx, actor, { postId }))!
  await followLink(ctx, given.guest(), link.slice(3), { userAgent: BROWSER, lookingAhead: false })
  const reporter = {
    shopId: w.shopId,
    actor: actor.memberId,
    staff: false,
    userAgent: BROWSER,
    network: 'square'
  }
  const seen = { id: postId, subject: 'post', at: clock.now().getTime() } as const
  await takeIn(
    ctx,
    reporter as never,
    [
      { kind: 'view', ...seen },
      { kind: 'click', to: 'buy', ...seen },
      { kind: 'share', ...seen }
    ] as never
  )
  return { commentId }
}

/** One order as a member, one by the same address without signing in. */
async function bought(w: World, actor: Actor, { mark, address }: { mark: string; address: string }) {
  const { ctx, given } = w
  const tee = await given.product({ stock: 9 })
  const shipTo = { ...HOME, name: `Name-${mark}`, line1: `Street ${mark}`, phone: `+358-${mark}` }
  const pay = { email: address, shipTo }
  const mine = await given.order([{ variantId: tee.variantId }], { actor, pay })
  const guest = await given.order([{ variantId: tee.variantId, quantity: 2 }], { actor: given.guest(), pay })
  await must(addNote(ctx, await given.owner(), { orderId: mine.id, text: `Note-${mark}` }))
  await given.cart([{ variantId: tee.variantId }], { actor })
  return [mine.id, guest.id]
}

async function keptBefore({ ctx, shopId }: World, { mark, address }: { mark: string; address: string }) {
  await ctx.db.transaction().execute(async (tx) => {
    const letter = { subject: `Hello Name-${mark}`, text: `Text-${mark}`, html: `<p>Text-${mark}</p>` }
    for (const kind of ['welcome', 'order_placed'])
      await sendLetter(ctx, tx, { shopId, kind, to: address, ...letter })
    const draft = { key: address, email: address, name: `Name-${mark}`, phone: `+358-${mark}`, company: null, address: { line1: `Street ${mark}` }, marketing: true, marketingAt: null, tags: [], note: `Note-${mark}`, source: 'shopify' } // prettier-ignore
    const [contact] = await saveContacts(ctx, tx, shopId, { drafts: [draft], importId: ctx.ids.next() })
    const at = ctx.clock.now()
    const past = {
      source: 'shopify',
      number: `N${mark}`,
      placed_at: at,
      state: 'paid',
      currency: 'EUR',
      total: 900
    }
    await tx
      .insertInto('past_orders')
      .values({
        shop_id: shopId,
        id: ctx.ids.next(),
        ...past,
        contact_id: contact!.id,
        email: address,
        name: `Name-${mark}`,
        note: `Note-${mark}`,
        content_hash: 'x',
        created_at: at,
        updated_at: at
      }) // prettier-ignore
      .execute()
  })
}

/** A row about them that an import of customers could not take in, in its file and in its list. */
async function leftOut({ ctx, shopId }: World, { mark, address }: { mark: string; address: string }) {
  const id = ctx.ids.next()
  const at = ctx.clock.now()
  const row = { kind: 'customers', file_key: 'x', file_name: 'x.csv', file_bytes: 1, state: 'done' }
  await ctx.db
    .insertInto('imports')
    .values({ shop_id: shopId, id, ...row, created_at: at, finished_at: at })
    .execute()
  const raw = `${address},Name-${mark}`
  await ctx.db
    .insertInto('import_problems')
    .values({ shop_id: shopId, import_id: id, n: 1, row: 2, code: 'x', raw })
    .execute()
  const lines = [
    '","',
    '[1,"email","name"]',
    JSON.stringify([2, address, `Name-${mark}`]),
    '[3,"other@example.org","Other"]'
  ]
  await ctx.files.put(leftOutKey(shopId, id), Buffer.from(lines.map((line) => `${line}\n`).join('')))
}

/** Where the rows that this shop's imports left out are kept. */
export const leftOutKey = (shopId: number, importId = '') =>
  importId ? `imports/${shopId}/${importId}-left.txt` : `imports/${shopId}/`

/** A face, which is theirs alone, and a picture that the shop shows of a product. Answers the first. */
async function pictured({ ctx, given, shopId }: World, actor: Actor, mark: string): Promise<string> {
  const draw = async (n: number) => {
    const colour = `#${Buffer.from(`${mark}${n}xyz`).toString('hex').slice(0, 6)}`
    const png = await flat(40, 30 + n + mark.charCodeAt(mark.length - 1), colour)
      .png()
      .toBuffer()
    return (await must(ingestPicture(ctx, actor, Readable.from([png]), { alt: '' }))).id
  }
  const [face, shown] = [await draw(1), await draw(2)]
  await must(setAvatar(ctx, actor, face))
  const { id: productId } = await given.product({ stock: 1 })
  const row = { shop_id: shopId, product_id: productId, picture_id: shown, position: 0 }
  await ctx.db.insertInto('product_pictures').values(row).execute()
  return face
}

/** Where in the whole database one of these texts stands: `table.column`, each once. Looks into every text and JSON there is. */
export async function placesOf({ ctx }: World, marks: readonly string[]): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.atttypid::regtype::text = any(array['text', 'text[]', 'jsonb', 'json', 'uuid',
        'uuid[]', 'bytea', 'character', 'character varying', 'inet'])`.execute(ctx.db)
  const found = await Promise.all(
    columns.map(async ({ table, column }) => {
      const cell = sql`(${sql.ref(column)})::text`
      const holds = sql.join(marks.map((mark) => sql`strpos(lower(${cell}), ${mark.toLowerCase()}) > 0`), sql` or `) // prettier-ignore
      const { rows } = await sql`select 1 from ${sql.table(table)} where ${holds} limit 1`.execute(ctx.db)
      return rows.length ? [`${table}.${column}`] : []
    })
  )
  return found.flat().sort()
}

/** Runs an erasure to its end, as the worker would. */
export async function erased(w: World, erasureId: string): Promise<void> {
  await runErasure(w.ctx, w.shopId, erasureId)
}
