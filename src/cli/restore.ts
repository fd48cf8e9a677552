import { resolve } from 'node:path'
import type { Config } from '#config'
import { checkBackup, planMigrations, restoreBackup } from '#domain/backups/index.ts'
import { thisRelease } from '../build-folder.ts'
import { erasedBefore, takeUp } from './erasures.ts'
import { atPlaceAlone } from './place.ts'
import { setAside } from './set-aside.ts'
import { must, Said, total } from './words.ts'

/** `torilla restore FILE [--replace]`: back from a file into an empty place. Nothing is touched before the file is known good. */
export async function restore(config: Config, words: string[]): Promise<void> {
  const { list, others } = takeList(words)
  const [file, ...rest] = others.filter((word) => word !== '--replace')
  if (!file || rest.length || file.startsWith('-'))
    throw new Said('Use: torilla restore FILE [--replace] [--erasures LIST]', 2)
  const path = resolve(file)
  const { migrations } = thisRelease()
  const checked = must(await checkBackup(path), path)
  must(await planMigrations(checked.manifest, migrations), path)
  const erased = await erasedBefore(config, { file: list, replaces: words.includes('--replace') })
  const aside = words.includes('--replace') ? await setAside(config) : undefined
  if (aside) console.log(`What was here is now in ${aside}`)
  await atPlaceAlone(config, async (place) => {
    must(await restoreBackup({ ...place, migrations }, checked), path)
    await takeUp(place, erased)
  })
  const { rows, files } = checked.totals
  console.log(
    `Restored: ${total(rows)} rows and ${files.count} files, as of ${checked.manifest.madeAt} (Torilla ${checked.manifest.version}).`
  )
}

/** The words without `--erasures LIST`, and the list's name. */
function takeList(words: string[]): { list: string | undefined; others: string[] } {
  const at = words.indexOf('--erasures')
  if (at === -1) return { list: undefined, others: words }
  const list = words[at + 1]
  if (!list) throw new Said('Use: torilla restore FILE [--replace] [--erasures LIST]', 2)
  return { list, others: words.toSpliced(at, 2) }
}
