import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { world } from '#test/world.ts'
import { openPulse } from './pulse.ts'

test('what is bound to a request does not follow its pulse to whoever listens, in this process or in another', async () => {
  const { databaseUrl } = await world()
  const request = new AsyncLocalStorage<string>()
  const fail = (error: Error) => expect.unreachable(error.message)
  const [here, there] = [await openPulse(databaseUrl, fail), await openPulse(databaseUrl, fail)]
  onTestFinished(() => Promise.all([here.close(), there.close()]).then(() => {}))
  const heard: [string, number, string | undefined][] = []
  here.listen(([shop]) => heard.push(['here', shop!, request.getStore()]))
  there.listen(([shop]) => heard.push(['there', shop!, request.getStore()]))
  request.run('a request', () => here.touch(7))
  await expect.poll(() => heard).toEqual([['here', 7, undefined], ['there', 7, undefined]]) // prettier-ignore
})
