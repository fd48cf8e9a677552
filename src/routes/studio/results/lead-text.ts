import type { Lead, Trend } from '#domain/metrics/index.ts'
import * as m from '#messages'
import { formatNumber } from '#ui/format.ts'

type Told = { lead: Lead; title: string; days: number; endsToday: boolean; locale: string }

/** The sentence that stands first, in three parts: what comes before the marked number, the number, what comes after. */
export function leadParts(told: Told): [string, string, string] {
  const text = sentence(told)
  const [before = '', marked = '', after = ''] = text.split('*')
  return [before, marked, after]
}

/** How the window and the one before it are called: a week is a week only while it is this one. */
export const periodOf = ({ days, endsToday }: { days: number; endsToday: boolean }) =>
  days === 7 && endsToday
    ? { period: m.results_week(), before: m.results_week_before(), than: m.results_week_than() }
    : {
        period: m.results_span({ days }),
        before: m.results_span_before({ days }),
        than: m.results_span_than({ days })
      }

function sentence({ lead, title, locale, ...window }: Told): string {
  const period = periodOf(window)
  const n = (count: number) => formatNumber(count, locale)
  if (lead.kind === 'quiet') return m.lead_quiet(period)
  if (lead.kind === 'seen') return m.lead_seen({ count: lead.impressions, period: period.period })
  if (lead.kind === 'best') {
    const said = { post: title.replaceAll('*', '').trim(), count: n(lead.carts), ...period }
    const { trend } = lead
    if (trend.kind === 'times') return m.lead_best_times({ ...said, times: n(trend.times) })
    if (trend.kind === 'fewer') return m.lead_best_fewer({ ...said, earlier: n(trend.before) })
    return trend.kind === 'same' ? m.lead_best_same(said) : m.lead_best_new(said)
  }
  const told =
    lead.kind === 'orders'
      ? m.lead_orders({ count: lead.orders, period: period.period })
      : m.lead_clicks({ count: lead.clicks, period: period.period })
  return [told, trendText(lead.trend, period, n)].filter(Boolean).join(' ')
}

function trendText(
  trend: Trend,
  { before, than }: ReturnType<typeof periodOf>,
  n: (count: number) => string
) {
  if (trend.kind === 'times') return m.lead_trend_times({ times: n(trend.times), than })
  if (trend.kind === 'fewer') return m.lead_trend_fewer({ earlier: n(trend.before), before })
  return trend.kind === 'same' ? m.lead_trend_same({ before }) : ''
}
