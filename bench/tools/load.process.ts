// The load of bench/tools/load.ts, in a process of its own so that it is not measured with the server.
import autocannon from 'autocannon'
import type { Load, Shape } from './load.ts'

process.once('message', async ({ url, headers, each, connections, seconds }: Shape) => {
  const result = await autocannon({
    url,
    headers,
    connections,
    duration: seconds,
    requests: each?.map((one) => ({ headers: one }))
  })
  const answer: Load = {
    requests: result.requests.total,
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    refused: result.non2xx + result.errors
  }
  process.send!(answer, () => process.exit(0))
})
