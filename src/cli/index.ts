// What can be done from a terminal besides running: a verb a file. Lists and words; the rules are the domain's.
import { readConfig } from '#config'
import { backup } from './backup.ts'
import { erasures } from './erasures.ts'
import { restore } from './restore.ts'
import { Said } from './words.ts'

const VERBS: Record<string, typeof backup> = { backup, erasures, restore }

const [verb = '', ...words] = process.argv.slice(2)
try {
  await VERBS[verb]!(readConfig(), words)
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(error instanceof Said ? error.code : 1)
}
