import { readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '#config'
import { eraseAgain, parseErased, readErased, type ErasedBefore } from '#domain/privacy/index.ts'
import { inSession } from '#platform/database/index.ts'
import { isClaimed } from '#platform/postgres/index.ts'
import { atPlaceAlone, atShop, postgresFolder, type Place } from './place.ts'
import { Said } from './words.ts'

/** `torilla erasures FILE`: writes who was erased, ids only, for a restore of an older backup. */
export async function erasures(config: Config, words: string[]): Promise<void> {
  const [file, ...rest] = words
  if (!file || rest.length || file.startsWith('-')) throw new Said('Use: torilla erasures FILE', 2)
  const erased = await atShop(config, ({ databaseUrl }) => inSession(databaseUrl, readErased))
  const lines = erased.map((one) => `${JSON.stringify(one)}\n`).join('')
  await writeFile(resolve(file), lines, { flag: 'wx', mode: 0o600 }).catch(() => {
    throw new Said(`${file} could not be written. Name a file that is not there yet.`)
  })
  console.log(`${erased.length} erasures written to ${file}`)
}

/** Who was erased, by the file given and by the shop that is about to be replaced, each once. Nothing is touched. */
export async function erasedBefore(
  config: Config,
  { file, replaces }: { file: string | undefined; replaces: boolean }
): Promise<ErasedBefore[]> {
  const listed = file ? await readList(file) : []
  const here = replaces ? await erasedHere(config) : []
  return [...new Map([...listed, ...here].map((one) => [`${one.shopId} ${one.id}`, one])).values()]
}

async function erasedHere(config: Config): Promise<ErasedBefore[]> {
  const folder = postgresFolder(config)
  if (config.databaseUrl || !existsSync(join(folder, 'cluster'))) return []
  if (await isClaimed(folder)) return [] // it runs, and setAside will say so
  try {
    return await atPlaceAlone(config, ({ databaseUrl }) => inSession(databaseUrl, readErased))
  } catch {
    console.error(
      'Who was erased here could not be read. Whoever was erased after the backup was made is back: erase them again.'
    )
    return []
  }
}

async function readList(file: string): Promise<ErasedBefore[]> {
  const erased = parseErased(await readFile(resolve(file), 'utf8').catch(() => 'no list'))
  if (!erased) throw new Said(`${file} is no list of erasures. Make one with: torilla erasures FILE`)
  return erased
}

/** Has the restored shop erase them again as soon as it runs. */
export async function takeUp({ databaseUrl }: Place, erased: readonly ErasedBefore[]): Promise<void> {
  if (erased.length === 0) return
  const again = await inSession(databaseUrl, (session) => eraseAgain(session, erased))
  if (again) console.log(`Erased after the backup was made, and erased again when Torilla starts: ${again}`)
}
