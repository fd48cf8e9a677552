import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { listenApi } from '#api/listen.ts'
import { SCOPES } from '#domain/accounts/index.ts'
import { makeKey } from '#domain/keys/index.ts'
import { setContext } from '#context'
import { writeClient } from '../../bin/client.ts'
import { world, type World } from '../world.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'torilla-client-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program's own folder, with the client as an installed package, and a strict compiler. */
function programFolder(): string {
  const program = join(folder, 'program')
  mkdirSync(join(program, 'node_modules'), { recursive: true })
  symlinkSync(join(folder, 'client'), join(program, 'node_modules/torilla-client'))
  symlinkSync(join(root, 'node_modules/@types'), join(program, 'node_modules/@types'))
  cpSync(join(import.meta.dirname, 'program.txt'), join(program, 'program.ts'))
  const compilerOptions = {
    ...{ target: 'es2023', module: 'nodenext', lib: ['es2023', 'dom'], types: ['node'] },
    ...{ strict: true, skipLibCheck: true, noEmit: true }
  }
  writeFileSync(join(program, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
  writeFileSync(join(program, 'package.json'), '{"type":"module"}')
  return program
}

/** The API of this world over a real socket. */
async function listen(w: World) {
  setContext(w.ctx)
  const server = createServer(listenApi((_, res) => res.writeHead(404).end()))
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port } = server.address() as AddressInfo
  const host = { host: '127.0.0.1', shop_id: w.shopId, is_primary: false }
  await w.ctx.db.insertInto('shop_hosts').values(host).execute()
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('the client is written, a program fits its types, and does its work at a real shop', async () => {
  await writeClient(join(folder, 'client'))
  const program = programFolder()
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', program], { stdio: 'pipe' })

  const w = await world()
  const { variantId } = await w.given.product({ stock: 3 })
  const order = await w.given.order([{ variantId, quantity: 2 }])
  const made = await makeKey(w.ctx, await w.given.owner(), {
    name: 'Program',
    scopes: [...SCOPES],
    days: null
  })
  const server = await listen(w)
  const env = {
    PATH: process.env.PATH,
    SHOP: server.url,
    KEY: made.ok ? made.value.token : '',
    ORDER: order.id
  }
  const { stdout } = await promisify(execFile)(process.execPath, [join(program, 'program.ts')], { env })
  server.close()
  expect(JSON.parse(stdout)).toEqual({
    titles: expect.arrayContaining(['Tee 1', 'Tee 2', 'Tee 3']),
    order: { number: expect.any(Number), pieces: [2] },
    taken: [422, 'sku_taken'],
    stale: 'product_not_found'
  })
}, 180_000)
