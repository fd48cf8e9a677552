import { sql } from 'kysely'
import type { Context } from '#context'
import type { Actor } from '#domain/accounts/index.ts'
import { attachPicture } from '#domain/catalog/index.ts'
import { write } from '#domain/ledger/index.ts'
import { ingestPicture } from '#domain/pictures/index.ts'
import { FetchRefused, safeFetch, type SafeResponse } from '#platform/http/index.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'

type Fetch = (url: string) => Promise<SafeResponse>
type Remote = { id: string; productId: string; url: string; position: number; alt: string; skus: string[]; tries: number; startedBy: string | null } // prettier-ignore

const TRIES = 5
const MAY_PASS = /^(host_unknown|unreachable|too_slow|status_(408|429|5\d\d))$/

/**
 * Fetches a picture that an import named and hangs it on its product, at its place. What cannot ever work is noted and
 * left; what may pass throws, so that the queue tries again, five times in all.
 */
export async function fetchPicture(
  ctx: Context,
  shopId: number,
  remoteId: string,
  get: Fetch = (url) => safeFetch(url, { headers: { accept: 'image/*' } })
): Promise<void> {
  const remote = await findQueued(ctx, shopId, remoteId)
  if (!remote) return
  const actor: Actor = { shopId, role: 'system', memberId: remote.startedBy, visitor: null }
  const picture = await bring(ctx, actor, remote, get)
  if (picture.ok) return attach(ctx, shopId, remote, picture.value)
  const again = MAY_PASS.test(picture.refusal) && remote.tries + 1 < TRIES
  await noteFailure(ctx, shopId, remote, picture.refusal, again)
  if (again) throw new Error(`A remote picture could not be fetched: ${picture.refusal}`)
}

async function findQueued({ db }: Context, shopId: number, id: string): Promise<Remote | undefined> {
  const { rows } = await sql<Remote>`
    select r.id, r.product_id as "productId", r.url, r.position, r.alt, r.skus, r.tries, i.started_by as "startedBy"
    from remote_pictures r join imports i on i.shop_id = r.shop_id and i.id = r.import_id
    where r.shop_id = ${shopId} and r.id = ${id} and r.state = 'queued'`.execute(db)
  return rows[0]
}

async function bring(ctx: Context, actor: Actor, remote: Remote, get: Fetch): Promise<Outcome<string>> {
  try {
    const response = await get(remote.url)
    if (response.status !== 200) {
      response.body.destroy()
      return refused(`status_${response.status}`)
    }
    const kept = await ingestPicture(ctx, actor, response.body, { alt: remote.alt })
    return kept.ok ? done(kept.value.id) : kept
  } catch (error) {
    if (error instanceof FetchRefused) return refused(error.refusal)
    throw error
  }
}

async function attach(ctx: Context, shopId: number, remote: Remote, pictureId: string): Promise<void> {
  await write(ctx, shopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('remote_pictures')
      .set({ state: 'done', picture_id: pictureId, problem: null })
      .where('shop_id', '=', shopId)
      .where('id', '=', remote.id)
      .where('state', '=', 'queued')
      .executeTakeFirst()
    if (!numUpdatedRows) return refused('already_done')
    await attachPicture(ctx, tx, shopId, { ...remote, pictureId })
    return done(null)
  })
}

async function noteFailure(ctx: Context, shopId: number, remote: Remote, problem: string, again: boolean) {
  await write(ctx, shopId, async (tx) => {
    await tx
      .updateTable('remote_pictures')
      .set((eb) => ({ tries: eb('tries', '+', 1), problem, state: again ? 'queued' : 'failed' }))
      .where('shop_id', '=', shopId)
      .where('id', '=', remote.id)
      .where('state', '=', 'queued')
      .execute()
    return done(null)
  })
}
