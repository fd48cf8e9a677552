/** What a command answers: the value, or one refusal from its closed set with the details a message may need. */
export type Outcome<T, R extends string = string> =
  { ok: true; value: T } | { ok: false; refusal: R; detail?: Record<string, string | number> }

/** The command did what it was asked. */
export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** The command refused; nothing was changed. `detail` carries only what a translated message needs. */
export const refused = <R extends string>(refusal: R, detail?: Record<string, string | number>) =>
  ({ ok: false, refusal, detail }) as { ok: false; refusal: R; detail?: Record<string, string | number> }
