import type { Context } from '#context'

export type ExportView = { id: string; what: string; format: string; who: string | null; at: Date }

/** The latest downloads, newest first. */
export async function listExports(
  ctx: Pick<Context, 'db'>,
  shopId: number,
  limit = 20
): Promise<ExportView[]> {
  return ctx.db
    .selectFrom('exports as e')
    .leftJoin('members as m', (join) =>
      join.onRef('m.shop_id', '=', 'e.shop_id').onRef('m.id', '=', 'e.member_id')
    )
    .select(['e.id', 'e.what', 'e.format', 'm.name as who', 'e.begun_at as at'])
    .where('e.shop_id', '=', shopId)
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()
}
