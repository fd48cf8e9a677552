import { expect, test } from 'vitest'
import { runImport } from '#domain/imports/index.ts'
import { apiOf } from '#test/api.ts'
import { world, type World } from '#test/world.ts'

const PATH = '/api/v1/imports'
const FILE = 'Handle,Title,Variant Price\nmug,Mug,18.00\n"=cmd|calc",Evil,=1+1\n'

async function uploaded(w: World) {
  const call = await apiOf(w, await w.given.member({ role: 'marketer' }))
  const answer = await call('POST', `${PATH}?name=goods.csv`, undefined, { text: FILE })
  expect(answer.status).toBe(201)
  return { call, id: ((await answer.json()) as { id: string }).id }
}

test('a file is taken, brought in, and its progress answered', async () => {
  const w = await world()
  const { call, id } = await uploaded(w)
  const state = async () => (await call('GET', `${PATH}/${id}`)).json()
  expect(await state()).toMatchObject({ state: 'queued', fileName: 'goods.csv', fileBytes: FILE.length })
  await runImport(w.ctx, w.shopId, id)
  expect(await state()).toMatchObject({ state: 'done', created: 1, skipped: 1, bytesRead: FILE.length })
})

test('its problems open in a spreadsheet without running anything, in the reader’s language', async () => {
  const w = await world()
  const { call, id } = await uploaded(w)
  await runImport(w.ctx, w.shopId, id)
  const answer = await call('GET', `${PATH}/${id}/problems.csv?locale=fi`)
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  const text = await answer.text()
  expect(text).toContain('"Rivi","Tuote"')
  expect(text).toContain('"\'=1+1"')
  expect(text).not.toMatch(/(^|,)"?[=+@]/m)
})

test('a form without a script is led to its import, or back with the reason', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.owner())
  const send = (file: string) => {
    const form = new FormData()
    form.set('overwriteStock', 'on')
    form.set('file', new File([file], 'goods.csv'))
    const { body, headers } = new Response(form)
    const type = { 'content-type': headers.get('content-type')! }
    return call('POST', `${PATH}/form?back=/nb/studio/imports`, undefined, { bytes: body!, headers: type })
  }
  const taken = await send(FILE)
  const [, id] = /^\/nb\/studio\/imports\/([0-9a-f-]{36})$/.exec(taken.headers.get('location') ?? '') ?? []
  expect(taken.status).toBe(303)
  expect(await (await call('GET', `${PATH}/${id}`)).json()).toMatchObject({
    overwriteStock: true,
    fileName: 'goods.csv'
  })
  expect((await send('')).headers.get('location')).toBe('/nb/studio/imports?refusal=file_empty')
  const astray = await call('POST', `${PATH}/form?back=https://evil.example/`, undefined, { text: 'x' })
  expect(astray.status).toBe(422)
})

test('imports are for whoever may import, and another shop’s are unknown', async () => {
  const w = await world()
  const { call, id } = await uploaded(w)
  const other = await world()
  const stranger = await apiOf(other, await other.given.owner())
  for (const path of [`${PATH}/${id}`, `${PATH}/${id}/problems.csv`, `${PATH}/nonsense/problems.csv`]) {
    expect((await stranger('GET', path)).status).toBe(404)
  }
  expect((await stranger('POST', `${PATH}/${id}/cancellation`)).status).toBe(404)
  const clerk = await apiOf(w, await w.given.member({ role: 'clerk' }))
  expect((await clerk('POST', PATH, undefined, { text: FILE })).status).toBe(403)
  expect((await call('POST', `${PATH}/${id}/cancellation`)).status).toBe(204)
  expect((await call('POST', `${PATH}/${id}/cancellation`)).status).toBe(422)
})

test('a dry run shows what would become, can be read otherwise, and is brought in when asked', async () => {
  const w = await world()
  const call = await apiOf(w, await w.given.member({ role: 'marketer' }))
  const sheet = 'Artikel,Preis\nBecher,12.50\n'
  const answer = await call('POST', `${PATH}?name=goods.csv&dryRun=1`, undefined, { text: sheet })
  const { id, state } = (await answer.json()) as { id: string; state: string }
  expect([answer.status, state]).toEqual([201, 'preview'])
  const preview = async () => (await call('GET', `${PATH}/${id}/preview`)).json()
  expect(await preview()).toMatchObject({ format: null, problem: { code: 'unknown_header' }, lines: [] })
  expect((await call('PUT', `${PATH}/${id}/reading`, { mapping: { colour: 1 } })).status).toBe(422)
  const read = await call('PUT', `${PATH}/${id}/reading`, { mapping: { title: 0, price: 1 } })
  expect(read.status).toBe(200)
  expect(await preview()).toMatchObject({ lines: [{ handle: 'becher', change: 'created' }] })
  const other = await world()
  const stranger = await apiOf(other, await other.given.owner())
  expect((await stranger('GET', `${PATH}/${id}/preview`)).status).toBe(404)
  expect((await stranger('POST', `${PATH}/${id}/start`)).status).toBe(404)
  const clerk = await apiOf(w, await w.given.member({ role: 'clerk' }))
  expect((await clerk('POST', `${PATH}/${id}/start`)).status).toBe(403)
  expect(await (await call('POST', `${PATH}/${id}/start`)).json()).toMatchObject({ state: 'queued' })
  await runImport(w.ctx, w.shopId, id)
  expect((await call('GET', `${PATH}/${id}/preview`)).status).toBe(404)
})
