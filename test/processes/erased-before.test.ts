import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readConfig } from '#config'
import { erasedBefore } from '../../src/cli/erasures.ts'
import { inContext } from '../context.ts'
import { factories } from '../factories/index.ts'
import { dataFolder } from '../server.ts'
import { cleanUp, cleanUps } from './clean-up.ts'

afterEach(cleanUp)

test('a restore that replaces a shop erases whom the list names and whom the shop does, each once; what is no list is refused before', async () => {
  const { path, remove } = dataFolder()
  cleanUps.push(remove)
  const env = { DATA_DIR: path, TORILLA_DEMO: '1', LOG_LEVEL: 'silent' }
  const ids = await inContext(env, async (ctx) => {
    const { shopId } = await factories(ctx)
    const rows = [ctx.ids.next(), ctx.ids.next()].map((id) => ({ shop_id: shopId, id, subject: 'member', subject_id: ctx.ids.next(), by_whom: 'owner', asked_at: ctx.clock.now() })) // prettier-ignore
    await ctx.db.insertInto('erasures').values(rows).execute()
    return rows.map(({ id }) => id)
  })
  const config = readConfig(env)
  const here = await erasedBefore(config, { file: undefined, replaces: true })
  expect(here.map(({ id }) => id).sort()).toEqual(ids.sort())
  const other = { ...here[0]!, id: '01a223d1-78d6-7376-a484-f9cba37a96c7' }
  const file = join(path, 'list')
  const list = async (...lines: unknown[]) => {
    await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return erasedBefore(config, { file, replaces: true })
  }
  const both = await list(here[0], other)
  expect(both.map(({ id }) => id).sort()).toEqual([...ids, other.id].sort())
  expect(await erasedBefore(config, { file, replaces: false })).toEqual([here[0], other])
  for (const wrong of [
    7,
    { ...other, subject: 'guest' },
    { ...other, shopId: 'x' },
    { ...other, orderIds: ['x'] },
    { ...other, askedAt: 'once' }
  ])
    // prettier-ignore
    await expect(list(other, wrong)).rejects.toThrow('no list of erasures')
  await expect(erasedBefore(config, { file: `${file}-none`, replaces: true })).rejects.toThrow('no list')
})
