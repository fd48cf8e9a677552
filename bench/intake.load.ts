// The load of bench/intake.ts, in a process of its own: browsers that report over connections they keep open.
import { connect, type Socket } from 'node:net'

type Shape = { port: string; connections: number; perRequest: number; seconds: number; posts: string[] }

/** `measured` requests were answered in `seconds`, after a second of warming up; `acknowledged` counts all. */
export type Load = {
  acknowledged: number
  measured: number
  refused: number
  seconds: number
  p50: number
  p99: number
}

const WARM_MS = 2_000
const HEAD_END = Buffer.from('\r\n\r\n')

process.once('message', (shape: Shape) => {
  void run(shape).then((load) => process.send!(load, () => process.exit(0)))
})

async function run(shape: Shape): Promise<Load> {
  const load = { acknowledged: 0, measured: 0, refused: 0 }
  const times: number[] = []
  const from = performance.now() + WARM_MS
  const until = from + shape.seconds * 1_000
  const bodies = Array.from({ length: 50 }, (_, i) => bodyOf(shape, i))
  let visitor = 0
  const answered = (status: string, sentAt: number): boolean => {
    const now = performance.now()
    if (status === '202') load.acknowledged++
    else load.refused++
    if (status === '202' && now >= from && now < until) {
      load.measured++
      times.push(now - sentAt)
    }
    return now < until
  }
  const next = () => requestOf(shape.port, ++visitor, bodies[visitor % bodies.length]!)
  await Promise.all(Array.from({ length: shape.connections }, () => browse(shape.port, next, answered)))
  times.sort((a, b) => a - b)
  const percentile = (p: number) => Number((times[Math.floor(times.length * p)] ?? 0).toFixed(1))
  return { ...load, seconds: shape.seconds, p50: percentile(0.5), p99: percentile(0.99) }
}

/** One connection: asks, waits for the answer, asks again. */
function browse(
  port: string,
  next: () => string,
  answered: (status: string, sentAt: number) => boolean
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(Number(port), '127.0.0.1')
    let sentAt = 0
    const send = () => {
      sentAt = performance.now()
      socket.write(next())
    }
    socket.setNoDelay(true)
    socket.on('connect', send)
    socket.on('data', (data: Buffer) => {
      if (data.indexOf(HEAD_END) < 0) return
      if (answered(data.toString('latin1', 9, 12), sentAt)) send()
      else socket.end(resolve)
    })
    socket.on('error', reject)
  })
}

function bodyOf({ posts, perRequest }: Shape, i: number): string {
  const items = Array.from({ length: perRequest }, (_, n) => ({
    kind: 'view',
    post: posts[(i * perRequest + n) % posts.length]
  }))
  return JSON.stringify({ items })
}

/** Every request is another visitor's: they differ by the name of their browser. */
const requestOf = (port: string, visitor: number, body: string): string =>
  `POST /api/v1/interactions HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n` +
  `user-agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.${visitor}\r\n` +
  `sec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
