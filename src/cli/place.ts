import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#config'
import { reachDatabase } from '#platform/database/index.ts'
import { createFiles, type Files } from '#platform/files/index.ts'
import { openLog } from '#platform/log.ts'
import { runningPostgres, startPostgres } from '#platform/postgres/index.ts'
import { Said } from './words.ts'

export type Place = { databaseUrl: string; files: Files }

export const postgresFolder = (config: Config): string => join(config.dataDir, 'postgres')
export const filesFolder = (config: Config): string => join(config.dataDir, 'files')

/** Works on the shop that is here, whether it runs or not: joins its database, or starts it for as long as it takes. */
export async function atShop<T>(config: Config, work: (place: Place) => Promise<T>): Promise<T> {
  const files = storeOf(config)
  if (config.databaseUrl) return atServer(config.databaseUrl, files, work)
  const folder = postgresFolder(config)
  if (!existsSync(join(folder, 'cluster')))
    throw new Said(`There is no shop in ${config.dataDir}. Set DATA_DIR or DATABASE_URL.`)
  const running = await runningPostgres(folder)
  return running ? work({ databaseUrl: running, files }) : withPostgres(config, files, work)
}

/** Works on a place that nobody else uses meanwhile. */
export async function atPlaceAlone<T>(config: Config, work: (place: Place) => Promise<T>): Promise<T> {
  const files = storeOf(config)
  if (config.databaseUrl) return atServer(config.databaseUrl, files, work)
  await mkdir(config.dataDir, { recursive: true })
  return withPostgres(config, files, work)
}

async function atServer<T>(
  databaseUrl: string,
  files: Files,
  work: (place: Place) => Promise<T>
): Promise<T> {
  await reachDatabase(databaseUrl)
  return work({ databaseUrl, files })
}

async function withPostgres<T>(config: Config, files: Files, work: (place: Place) => Promise<T>): Promise<T> {
  const postgres = await startPostgres({ dataDir: postgresFolder(config), log: openLog(config.logLevel) })
  try {
    return await work({ databaseUrl: postgres.url, files })
  } finally {
    await postgres.stop()
  }
}

const storeOf = (config: Config): Files =>
  createFiles(config.s3 ? { kind: 's3', ...config.s3 } : { kind: 'local', folder: filesFolder(config) })
