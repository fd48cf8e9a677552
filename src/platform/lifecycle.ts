/** A lifecycle as data: from each state, the states it may move to. */
export type Lifecycle<S extends string> = Readonly<Record<S, readonly S[]>>

/** Whether something in this state may move to that one. */
export const canMove = <S extends string>(lifecycle: Lifecycle<S>, from: S, to: S): boolean =>
  lifecycle[from].includes(to)

/** The states from which `to` can be reached: what a conditional UPDATE names in its WHERE. */
export const statesBefore = <S extends string>(lifecycle: Lifecycle<S>, to: S): S[] =>
  (Object.keys(lifecycle) as S[]).filter((from) => canMove(lifecycle, from, to))
