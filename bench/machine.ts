import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { findBinaries } from '../src/platform/postgres/binaries.ts'

export type Machine = {
  cpu: string
  cores: number
  memoryGb: number
  node: string
  postgres: string
  date: string
}

/** Where the figures come from: without it they say nothing. */
export function describeMachine(): Machine {
  const version = execFileSync(findBinaries().postgres, ['--version'], { encoding: 'utf8' })
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    postgres: /\d+(\.\d+)*/.exec(version)?.[0] ?? 'unknown',
    date: new Date().toISOString().slice(0, 10)
  }
}
