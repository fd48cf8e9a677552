import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What this process counts about itself, for /metrics. Kept in memory; each process has its own. */
export const meters = new Registry()
collectDefaultMetrics({ register: meters })

export const httpSeconds = new Histogram({
  name: 'torilla_http_request_seconds',
  help: 'How long answers took, by surface, method and class of status.',
  labelNames: ['surface', 'method', 'status'] as const,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [meters]
})

export const ledgerAppended = new Counter({
  name: 'torilla_ledger_appended_total',
  help: 'Ledger entries handed in by this process.',
  registers: [meters]
})

export const intakeDropped = new Counter({
  name: 'torilla_intake_dropped_total',
  help: 'Interactions that were not counted, by reason.',
  labelNames: ['reason'] as const,
  registers: [meters]
})
