import type { CsvHeadings } from '#domain/metrics/index.ts'
import type { Locale } from '#domain/shops/index.ts'
import * as m from '#messages'

/** The headings of a results file in a language. */
export function csvHeadings(locale: Locale): CsvHeadings {
  const say = { locale }
  return {
    title: m.results_csv_title({}, say),
    network: m.flow_network({}, say),
    at: m.results_csv_at({}, say),
    impressions: m.measure_impressions({}, say),
    likes: m.measure_likes({}, say),
    reposts: m.measure_reposts({}, say),
    shares: m.measure_shares({}, say),
    comments: m.measure_comments({}, say),
    saves: m.measure_saves({}, say),
    clicks: m.measure_clicks({}, say),
    carts: m.measure_carts({}, say),
    orders: m.measure_orders({}, say),
    revenue: m.measure_revenue({}, say),
    ordersElsewhere: m.measure_orders_elsewhere({}, say),
    revenueElsewhere: m.measure_revenue_elsewhere({}, say),
    ctr: m.measure_ctr({}, say),
    conversion: m.measure_conversion_clicks({}, say),
    key: m.results_csv_key({}, say)
  }
}
