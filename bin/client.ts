// Writes the typed client of the API, ready to pack: `npm run client`, into client/, which Git ignores.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'

const root = resolve(import.meta.dirname, '..')
const tsc = join(root, 'node_modules/typescript/bin/tsc')

/** Generates the client from the API's own document into this folder: sources, compiled code with types, README. */
export async function writeClient(folder: string): Promise<void> {
  execFileSync(process.execPath, [join(root, 'bin/messages.js')], { stdio: 'ignore' })
  const { api, documentOf } = await import('../src/api/index.ts')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(root, 'bin/client'), folder, { recursive: true })
  const input = join(folder, 'openapi.json')
  writeFileSync(input, JSON.stringify(documentOf(api), null, 2))
  await createClient({
    input,
    output: { path: join(folder, 'src'), module: { extension: '.js' } },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' }
  })
  execFileSync(process.execPath, [tsc, '-p', join(folder, 'tsconfig.json')], { stdio: 'inherit' })
}

if (import.meta.main) {
  const folder = join(root, 'client')
  await writeClient(folder)
  console.log(`The client is in ${folder}: cd there and npm pack.`)
}
