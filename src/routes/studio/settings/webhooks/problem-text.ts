import * as m from '#messages'

const PROBLEMS: Record<string, () => string> = {
  address_refused: m.webhooks_problem_address_refused,
  host_unknown: m.webhooks_problem_host_unknown,
  unreachable: m.webhooks_problem_unreachable,
  too_slow: m.webhooks_problem_too_slow,
  answer_invalid: m.webhooks_problem_answer_invalid,
  disabled: m.webhooks_problem_disabled
}

/** How a try went, in words: what was answered, or why nothing was. Empty before the first. */
export function problemText({ status, problem }: { status: number | null; problem: string | null }): string {
  if (problem === 'disabled' || (status === null && problem))
    return (PROBLEMS[problem] ?? m.webhooks_problem_error)()
  return status === null ? '' : m.webhooks_answered({ status })
}
