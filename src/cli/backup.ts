import { join, resolve } from 'node:path'
import type { Config } from '#config'
import { checkBackup, makeBackup } from '#domain/backups/index.ts'
import { systemClock } from '#platform/clock.ts'
import { thisRelease } from '../build-folder.ts'
import { atShop } from './place.ts'
import { must, Said, size, total } from './words.ts'

/** `torilla backup [FILE]`: everything into one file, read back before it is called good. */
export async function backup(config: Config, [file, ...rest]: string[]): Promise<void> {
  if (rest.length || file?.startsWith('-')) throw new Said('Use: torilla backup [FILE]', 2)
  const stamp = systemClock.now().toISOString().slice(0, 19).replaceAll(':', '')
  const path = resolve(file ?? join(config.backups.folder, `torilla-${stamp}Z.tar`))
  const { bytes } = await atShop(config, async (place) =>
    must(await makeBackup({ ...place, clock: systemClock, version: thisRelease().version }, path), path)
  )
  const { totals } = must(await checkBackup(path), path)
  console.log(`${path}`)
  console.log(
    `Everything is in it: ${total(totals.rows)} rows and ${totals.files.count} files, ${size(bytes)}. It was read back and is whole.`
  )
  console.log('It holds what your database holds, passwords and sessions included: keep it as safe.')
  if (totals.missing.count)
    console.log(`Pictures that are gone: ${totals.missing.count}, the first ${totals.missing.keys[0]}`)
}
