import { z } from 'zod'
import type { Session } from '#platform/database/index.ts'

/** What is known of somebody who was erased: ids only. */
const ErasedBefore = z
  .object({
    shopId: z.int().positive(),
    id: z.guid(),
    subject: z.enum(['member', 'contact', 'guest']),
    subjectId: z.guid().nullable(),
    orderIds: z.array(z.guid()).default([]),
    byWhom: z.enum(['self', 'owner', 'system']),
    askedAt: z.string().refine((text) => /^\d{4}-/.test(text) && !Number.isNaN(Date.parse(text)))
  })
  .refine(({ subject, subjectId }) => (subject === 'guest') === (subjectId === null))
export type ErasedBefore = z.infer<typeof ErasedBefore>

/** A list as it is written to a file, one a line; undefined where a line of it is none. */
export function parseErased(text: string): ErasedBefore[] | undefined {
  try {
    const lines = text.split('\n').filter((line) => line.trim())
    return z.array(ErasedBefore).safeParse(lines.map((line) => JSON.parse(line) as unknown)).data
  } catch {
    return undefined
  }
}

/** Everybody who was erased here, oldest first; nobody, where there is no such list. */
export async function readErased(session: Session): Promise<ErasedBefore[]> {
  const { rows: found } = await session.query<{ there: boolean }>(
    "select to_regclass('public.erasures') is not null as there"
  )
  if (!found[0]?.there) return []
  const { rows } = await session.query<ErasedBefore>(
    `select shop_id::int as "shopId", id, subject, subject_id as "subjectId", order_ids as "orderIds",
      by_whom as "byWhom", asked_at::text as "askedAt" from erasures order by asked_at, id`
  )
  return rows
}

/**
 * Whoever was erased after a backup was made is in it as if nothing had been. Takes them up again in a restored place: the
 * worker erases them when it starts. Who is erased in the backup already stays so. Answers how many are taken up.
 */
export async function eraseAgain(session: Session, erased: readonly ErasedBefore[]): Promise<number> {
  const { rows } = await session.query(
    `with known as (
      insert into erasures (shop_id, id, subject, subject_id, order_ids, by_whom, asked_at)
      select e."shopId", e.id, e.subject, e."subjectId", coalesce(e."orderIds", '{}'), e."byWhom", e."askedAt"
      from jsonb_to_recordset($1::jsonb) as e ("shopId" bigint, id uuid, subject text, "subjectId" uuid,
        "orderIds" uuid[], "byWhom" text, "askedAt" timestamptz)
      join shops s on s.shop_id = e."shopId"
      on conflict do nothing returning shop_id, id)
    insert into outbox (shop_id, topic, payload, run_at, created_at)
    select shop_id, 'person.erase', jsonb_build_object('erasureId', id), now(), now() from known returning id`,
    [JSON.stringify(erased)]
  )
  return rows.length
}
