import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Config } from '#config'
import { systemClock } from '#platform/clock.ts'
import { isClaimed } from '#platform/postgres/index.ts'
import { filesFolder, postgresFolder } from './place.ts'
import { Said } from './words.ts'

/** Moves the data folder's database and files into a folder beside them; answers its name, or undefined if there was nothing. */
export async function setAside(config: Config): Promise<string | undefined> {
  if (config.databaseUrl || config.s3)
    throw new Said(
      '--replace is for a data folder. With DATABASE_URL or S3_BUCKET, name an empty database and an empty bucket instead.'
    )
  const folders = [postgresFolder(config), filesFolder(config)].filter((folder) => existsSync(folder))
  if (!folders.length) return undefined
  if (existsSync(postgresFolder(config)) && (await isClaimed(postgresFolder(config))))
    throw new Said(`The shop in ${config.dataDir} is running. Stop it first.`)
  const stamp = systemClock.now().toISOString().slice(0, 19).replaceAll(':', '')
  const aside = join(config.dataDir, `replaced-${stamp}Z`)
  await mkdir(aside)
  for (const folder of folders) await rename(folder, join(aside, basename(folder)))
  return aside
}
