import { changeRetention, listRuns, retentionOf } from '#domain/retention/index.ts'
import { done } from '#platform/outcome.ts'
import { openApp } from '../app.ts'
import { pageOf } from '../fields.ts'
import { operation } from '../operation.ts'
import { Retention, RetentionChange, RetentionRun } from './privacy.schema.ts'

/** How long things are kept, and what was deleted. */
export const retention = openApp()

const settings = 'shop.privacy'

operation(
  retention,
  {
    ...{ name: 'getRetention', method: 'get', path: '/privacy/retention', permission: settings },
    ...{ summary: 'How long things are kept', answer: Retention, watches: 'retention' }
  },
  async ({ ctx, shop }) => done(await retentionOf(ctx, shop.id))
)

operation(
  retention,
  {
    ...{ name: 'changeRetention', method: 'put', path: '/privacy/retention', permission: settings },
    ...{ summary: 'Set how long things are kept; what is not named is kept as usual', answer: Retention },
    ...{ body: RetentionChange, example: { days: { letters: 90 }, booksYears: null, booksBuyer: null } },
    watches: 'retention'
  },
  async ({ ctx, actor, shop, body: { days, ...books } }) => {
    const changed = await changeRetention(ctx, actor, { ...days, ...books })
    return changed.ok ? done(await retentionOf(ctx, shop.id)) : changed
  }
)

operation(
  retention,
  {
    ...{ name: 'listRetentionRuns', method: 'get', path: '/privacy/retention/runs', permission: settings },
    ...{
      paged: true,
      summary: 'What was deleted by which rule, newest first',
      answer: pageOf('runs', RetentionRun)
    }
  },
  async ({ ctx, shop, page }) => done(await listRuns(ctx, shop.id, page.cursor, page.limit))
)
