import type { Context as HonoContext } from 'hono'
import type { Outcome } from '#platform/outcome.ts'
import { sealCursor } from './cursor.ts'
import type { ApiEnv } from './env.ts'
import type { AnyAsk, AnySpec } from './operation.ts'
import { problem, refusalProblem } from './problem.ts'

type C = HonoContext<ApiEnv>

/**
 * Answers what a command or query gave, as the operation's schema says: fields that it does not name are left out. What
 * does not fit its own schema is our mistake: it is logged, and answered all the same.
 */
export async function answerWith(
  c: C,
  spec: AnySpec,
  ask: AnyAsk,
  outcome: Outcome<unknown>
): Promise<Response> {
  if (!outcome.ok) return refuse(c, ask, outcome)
  if (outcome.value instanceof Response) return outcome.value
  if (!spec.answer) return c.body(null, 204)
  const plain: unknown = JSON.parse(JSON.stringify(outcome.value))
  const fitting = spec.answer.safeParse(plain)
  if (!fitting.success) {
    c.var.ctx.log.error(
      { operation: spec.name, issues: fitting.error.issues.slice(0, 3) },
      'answer off its schema'
    )
  }
  const shown = (fitting.success ? fitting.data : plain) as { version?: number; next?: string | null }
  if (spec.versioned) c.set('state', shown.version)
  if (spec.paged && shown.next) await turnPage(c, shown as { next: string })
  return c.json(shown as object, spec.status ?? 200)
}

/** Whoever said which version they mean is told by 412 that it is another by now (RFC 9110). */
function refuse(
  c: C,
  { version, state }: AnyAsk,
  outcome: Extract<Outcome<unknown>, { ok: false }>
): Response {
  const isStale = (version ?? state) !== undefined && outcome.refusal.endsWith('_stale')
  return isStale ? problem(c, 412, 'precondition_failed') : refusalProblem(c, outcome)
}

/** Seals where the list goes on, and says so in a Link header (RFC 8288) too. */
async function turnPage(c: C, shown: { next: string }): Promise<void> {
  shown.next = await sealCursor(c.var.ctx, c.var.shop.id, c.req.path, shown.next)
  const query = new URLSearchParams(c.req.query())
  query.set('cursor', shown.next)
  c.header('link', `<${c.req.path}?${query}>; rel="next"`)
}
