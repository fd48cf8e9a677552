import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MalformedForm, readParts } from './multipart.ts'

const TYPE = 'multipart/form-data; boundary=----torilla'

const part = (name: string, body: Buffer, fileName?: string) =>
  Buffer.concat([
    Buffer.from(`------torilla\r\nContent-Disposition: form-data; name="${name}"`),
    Buffer.from(fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: image/png`),
    Buffer.from('\r\n\r\n'),
    body,
    Buffer.from('\r\n')
  ])

const form = (...parts: Buffer[]) => Buffer.concat([...parts, Buffer.from('------torilla--\r\n')])

async function* pieces(whole: Buffer, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

async function read(whole: Buffer, size: number, skip = false) {
  const found: { name: string; fileName?: string; type: string; body: string }[] = []
  for await (const { body, ...head } of readParts(pieces(whole, size), TYPE)) {
    const bytes = skip ? [] : await Array.fromAsync(body)
    found.push({ ...head, body: Buffer.concat(bytes).toString('latin1') })
  }
  return found
}

test('parts are the same however the bytes arrive, also when they look like boundaries', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 80 }).map((b) => Buffer.from(b)),
    fc.constantFrom('\r\n', '\r\n--', '\r\n------torill', '------torilla', '').map((s) => Buffer.from(s))
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(bytes, { maxLength: 4 }),
      fc.integer({ min: 1, max: 90 }),
      async (bodies, size) => {
        const whole = form(...bodies.map((body, i) => part(`f${i}`, body, `${i}.png`)))
        expect(await read(whole, size)).toEqual(
          bodies.map((body, i) => ({
            name: `f${i}`,
            fileName: `${i}.png`,
            type: 'image/png',
            body: body.toString('latin1')
          }))
        )
      }
    )
  )
})

test('a part nobody reads is skipped', async () => {
  const whole = form(part('a', Buffer.alloc(5_000, 'x'), 'x.png'), part('b', Buffer.from('1')))
  expect((await read(whole, 100, true)).map((one) => one.name)).toEqual(['a', 'b'])
})

test('a form that breaks off, has no boundary or a head without end is refused', async () => {
  const whole = form(part('a', Buffer.from('abc'), 'x.png'))
  await expect(read(whole.subarray(0, -12), 7)).rejects.toThrow(MalformedForm)
  await expect(Array.fromAsync(readParts(pieces(whole, 9), 'multipart/form-data'))).rejects.toThrow(
    MalformedForm
  )
  const endless = Buffer.from(`------torilla\r\n${'x'.repeat(20_000)}`)
  await expect(read(endless, 1_000)).rejects.toThrow(MalformedForm)
})
