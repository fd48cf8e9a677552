import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { inContext } from '../context.ts'
import { factories } from '../factories/index.ts'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'
import { listen } from './listen.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

async function openServer() {
  const data = dataFolder()
  cleanUps.push(data.remove)
  const env = { DATA_DIR: data.path }
  const postId = await inContext(env, async (ctx) => (await factories(ctx)).post())
  const server = await startServer(env)
  cleanUps.push(() => server.stop('SIGKILL'))
  return { server, postId }
}

/** Sends the head of a report of `body`, and as much of the body as is asked for. */
async function beginReport(url: string, body: string, bytes: number) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  await once(socket, 'connect')
  const head = `POST /api/v1/interactions HTTP/1.1\r\nhost: 127.0.0.1\r\nuser-agent: Mozilla/5.0 Firefox/140.0\r\n`
  socket.write(`${head}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`)
  socket.write(body.slice(0, bytes))
  return socket
}

test('asked to stop, it ends live streams and waits two seconds, not for ever, for who is slow', async () => {
  const { server, postId } = await openServer()
  const watcher = await listen(`${server.url}/api/v1/live?posts=${postId}`)
  await watcher.until((text) => text.includes('retry'))
  const slow = await beginReport(server.url, 'x'.repeat(1_000), 10)
  slow.on('error', () => {})
  await new Promise((resolve) => setTimeout(resolve, 100))
  const from = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - from).toBeLessThan(3_000)
  await watcher.ended
})

test('an answer under way when it is asked to stop is still given', async () => {
  const { server, postId } = await openServer()
  const body = JSON.stringify({ items: [{ kind: 'view', post: postId }] })
  const slow = await beginReport(server.url, body, 5)
  const answer = once(slow, 'data')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const stopped = server.stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
  slow.write(body.slice(5))
  expect(String((await answer)[0])).toMatch(/^HTTP\/1.1 202/)
  const from = performance.now()
  expect(await stopped).toBe(0)
  expect(performance.now() - from).toBeLessThan(1_900) // not the two seconds of patience
})

test('asked to stop in the middle of its first start, it leaves nothing running and a folder that starts', async () => {
  const data = dataFolder()
  cleanUps.push(data.remove)
  const starting = startServer({ DATA_DIR: data.path }, 20_000, (child) =>
    setTimeout(() => child.kill('SIGTERM'), 700)
  )
  await starting.then(
    (server) => server.stop(),
    (error: Error) => expect(error.message).toMatch(/did not open/)
  )
  const again = await startServer({ DATA_DIR: data.path })
  expect(await again.stop()).toBe(0)
})
