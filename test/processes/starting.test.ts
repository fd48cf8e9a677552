import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { dataFolder, startServer } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanUp)

function folder(): string {
  const data = dataFolder()
  cleanUps.push(data.remove)
  return data.path
}

test('a port that is taken is named, and its PostgreSQL is stopped again', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  cleanUps.push(() => other.close())
  const PORT = String((other.address() as AddressInfo).port)
  const DATA_DIR = folder()
  const start = startServer({ PORT, DATA_DIR })
  await expect(start).rejects.toThrow(new RegExp(`127.0.0.1:${PORT} .*another program is there already`))
  expect(processesIn(DATA_DIR)).toEqual([])
})

test('a database that cannot be reached is named without its password', async () => {
  const start = startServer({
    DATABASE_URL: 'postgres://me:hush-hush@127.0.0.1:1/market',
    DATA_DIR: folder()
  })
  const error: Error = await start.then(
    () => new Error('it opened'),
    (reason) => reason
  )
  expect(error.message).toMatch(/database market at 127.0.0.1:1 cannot be used: .*ECONNREFUSED.*DATABASE_URL/)
  expect(error.message).not.toContain('hush')
  const nonsense = startServer({ DATABASE_URL: 'postgres://[', DATA_DIR: folder() })
  await expect(nonsense).rejects.toThrow(/DATABASE_URL is not an address like postgres:/)
})

test('a data folder that cannot be made or written to is named', async () => {
  const file = folder()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  await expect(startServer({ DATA_DIR: join(file, 'data') })).rejects.toThrow(
    /data folder .* cannot be written to \(ENOTDIR\).*DATA_DIR/
  )
})

test.runIf(process.getuid?.() === 0)('a data folder of another user is refused in words', async () => {
  const path = folder()
  mkdirSync(path, { recursive: true })
  chmodSync(dirname(path), 0o755)
  const { stderr, status } = spawnSync(process.execPath, ['build/server/main.js'], {
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: path },
    encoding: 'utf8',
    uid: 65534,
    gid: 65534
  })
  expect([stderr, status]).toEqual([expect.stringMatching(/cannot be written to \(EACCES\)/), 1])
})

test('DEMO_FRESH empties the demo’s folder, and no other', async () => {
  const path = folder()
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'kept.txt'), 'mine')
  const server = await startServer({ DATA_DIR: path, DEMO_FRESH: '1' })
  expect(existsSync(join(path, 'kept.txt'))).toBe(true)
  const demo = startServer({ DATA_DIR: path, DEMO_FRESH: '1', TORILLA_DEMO: '1' })
  await expect(demo).rejects.toThrow(/in use/)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  await server.stop()
})

/** Living processes whose command line names the folder. */
function processesIn(path: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(path))
}
