import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { FORM_BYTES } from '#platform/http/form-bytes.ts'

export type Handler = (req: IncomingMessage, res: ServerResponse, next?: () => void) => void

/** The folder of this name nearest above us: from the source tree and from the packed build alike. */
export function folderOf(name: string): string {
  let here = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(here, name))) {
    const above = dirname(here)
    if (above === here) throw new Error(`The folder "${name}" is missing from this installation.`)
    here = above
  }
  return join(here, name)
}

/** Which release this is, and what it knows of the tables of older ones. */
export function thisRelease(): { version: string; migrations: string } {
  const migrations = folderOf('migrations')
  const { version } = JSON.parse(readFileSync(join(migrations, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  return { version, migrations }
}

/** Kit's pages, as built. They learn protocol and host from our private headers: see server.ts. */
export async function loadKit(): Promise<Handler> {
  process.env.PROTOCOL_HEADER = 'x-torilla-proto'
  process.env.HOST_HEADER = 'x-torilla-host'
  process.env.BODY_SIZE_LIMIT = `${FORM_BYTES}`
  const file = pathToFileURL(join(folderOf('build'), 'handler.js')).href
  const { handler } = (await import(/* @vite-ignore */ file)) as { handler: Handler }
  return handler
}
