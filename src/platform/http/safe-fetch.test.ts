import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress } from './public-address.ts'
import { safeFetch, type SafeFetchOptions } from './safe-fetch.ts'

const closers: (() => void)[] = []
afterEach(() => closers.splice(0).forEach((close) => close()))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => (server.closeAllConnections(), server.close()))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const here = { allowLoopback: true }
const why = (address: string, options?: SafeFetchOptions) =>
  safeFetch(address, options).then(
    ({ body }) => (body.destroy(), 'fetched'),
    (error: { refusal?: string }) => error.refusal
  )

test('reserved addresses are told from the open internet', () => {
  const reserved = [
    '0.0.0.0', '10.1.2.3', '100.64.0.1', '100.127.255.255', '127.0.0.1', '169.254.169.254', '172.16.0.1',
    '172.31.255.255', '192.0.0.8', '192.168.1.1', '198.18.0.1', '224.0.0.1', '239.255.255.250', '255.255.255.255',
    '::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1',
    '2001:db8::1', '2002:7f00:1::', '2001::1', '3fff::1', 'fec0::1', 'localhost', ''
  ] // prettier-ignore
  expect(reserved.filter(isPublicAddress)).toEqual([])
  const open = [
    '8.8.8.8',
    '100.63.255.255',
    '100.128.0.1',
    '172.32.0.1',
    '193.166.3.2',
    '2a00:1450::1',
    '2600::1'
  ]
  expect(open.filter((address) => !isPublicAddress(address))).toEqual([])
})

test('nothing inside is reached: by number, in other spellings, by name, by port, with a password', async () => {
  const inside = [
    'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://017700000001/', 'http://127.1/',
    'http://[::1]/', 'http://[::ffff:7f00:1]/', 'http://169.254.169.254/latest/meta-data', 'http://[fe80::1]/',
    'http://user:pass@8.8.8.8/', 'http://8.8.8.8:22/', 'https://8.8.8.8:8443/'
  ] // prettier-ignore
  expect(await Promise.all(inside.map((address) => why(address)))).toEqual(
    inside.map(() => 'address_refused')
  )
  const rebound = { resolve: async () => ['8.8.8.8', '10.0.0.5'] }
  expect(await why('http://rebound.example/', rebound)).toBe('address_refused')
  expect(await why('http://inside.example/', { resolve: async () => ['192.168.0.9'] })).toBe(
    'address_refused'
  )
  expect(await why('http://nowhere.example/', { resolve: async () => [] })).toBe('host_unknown')
  for (const odd of ['file:///etc/passwd', 'gopher://8.8.8.8/', 'javascript:1', 'nonsense', '']) {
    expect(await why(odd)).toBe('address_invalid')
  }
})

test('the connection goes to the address that was checked, and the name is asked once', async () => {
  const url = await serve((req, res) => res.end(req.headers.host))
  let asked = 0
  const { port } = new URL(url)
  const response = await safeFetch(`http://shop.example:${port}/`, {
    ...here,
    resolve: async () => (asked++, asked > 1 ? ['10.0.0.1'] : ['127.0.0.1'])
  })
  expect((await buffer(response.body)).toString()).toBe(`shop.example:${port}`)
  expect(asked).toBe(1)
})

test('every redirect is checked anew, and there are at most three', async () => {
  const url = await serve((req, res) => {
    const n = Number(req.url?.slice(1))
    const to = req.url === '/inside' ? 'http://10.0.0.1/' : n > 0 ? `/${n - 1}` : undefined
    if (to) res.writeHead(302, { location: to }).end()
    else res.writeHead(200, { 'content-type': 'image/png' }).end('here')
  })
  expect(await why(`${url}/3`, here)).toBe('fetched')
  expect(await why(`${url}/4`, here)).toBe('too_many_redirects')
  expect(await why(`${url}/inside`, here)).toBe('address_refused')
})

test('a body too long, announced or not, and one that never ends are refused', async () => {
  const url = await serve((req, res) => {
    if (req.url === '/announced') return void res.writeHead(200, { 'content-length': 999 }).write('x')
    res.writeHead(200)
    if (req.url === '/slow') res.write('x')
    else res.end('x'.repeat(999))
  })
  const limits = { ...here, maxBytes: 100, timeoutMs: 300 }
  expect(await why(`${url}/announced`, limits)).toBe('body_too_large')
  const read = async (path: string) =>
    buffer((await safeFetch(url + path, limits)).body).catch(
      (error) => (error as { refusal: string }).refusal
    )
  expect(await read('/long')).toBe('body_too_large')
  expect(await read('/slow')).toBe('too_slow')
})

test('a server that hangs up or is not there is unreachable', async () => {
  const url = await serve((req) => req.socket.destroy())
  expect(await why(url, here)).toBe('unreachable')
  expect(await why('http://127.0.0.1:1/', here)).toBe('unreachable')
})
