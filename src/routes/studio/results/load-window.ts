import { windowOf, type Window } from '#domain/metrics/index.ts'

type Asked = { locals: App.Locals; url: URL }

/** The window an address asks for, in the shop's own days. */
export function windowAsked({ locals: { ctx, shop }, url }: Asked): { window: Window; endsToday: boolean } {
  const { searchParams } = url
  const [days, from, to] = ['days', 'from', 'to'].map((name) => searchParams.get(name))
  const window = windowOf(ctx.clock.now(), shop.timezone, { days, from, to })
  const today = windowOf(ctx.clock.now(), shop.timezone).to
  return { window, endsToday: window.to === today }
}
