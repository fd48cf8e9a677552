import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BIN = '/usr/lib/postgresql/15/bin'

export const hasPostgres15 = process.getuid?.() === 0 && existsSync(join(BIN, 'postgres'))

/** Debian's PostgreSQL 15 in a throwaway folder, set up otherwise than ours where that is allowed. */
export function startPostgres15(): { url: string; stop(): void } {
  const data = mkdtempSync(join(tmpdir(), 'torilla-pg15-'))
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  chownSync(data, uid, gid)
  const run = (program: string, args: string[]) =>
    execFileSync(join(BIN, program), args, { cwd: '/', uid, gid, stdio: 'ignore' })
  const cluster = join(data, 'cluster')
  run('initdb', ['-D', cluster, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C'])
  const settings = [
    'fsync=off',
    'max_connections=50',
    'timezone=Asia/Kathmandu',
    'datestyle=German',
    'bytea_output=escape'
  ]
  const options = `-c listen_addresses= -k ${data} ${settings.map((setting) => `-c ${setting}`).join(' ')}`
  run('pg_ctl', ['-D', cluster, '-o', options, '-l', join(data, 'log'), '-w', 'start'])
  return {
    url: `postgres://postgres@localhost/postgres?host=${data}`,
    stop() {
      run('pg_ctl', ['-D', cluster, '-m', 'immediate', 'stop'])
      rmSync(data, { recursive: true, force: true })
    }
  }
}

const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres']).toString())
