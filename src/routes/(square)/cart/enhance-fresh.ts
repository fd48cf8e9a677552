import type { SubmitFunction } from '$app/forms'

/** Shows the basket as it is now also after a refusal, which may be for what has changed since the page was opened. */
export const fresh: SubmitFunction =
  () =>
  ({ update }) =>
    update({ refreshAll: true })
