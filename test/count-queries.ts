import type { KyselyPlugin } from 'kysely'
import type { Context } from '#context'

/** The same context, counting what it asks the database. */
export function countQueries(ctx: Context): { ctx: Context; count: () => number } {
  let queries = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => (queries++, node),
    transformResult: async ({ result }) => result
  }
  return { ctx: { ...ctx, db: ctx.db.withPlugin(plugin) }, count: () => queries }
}
