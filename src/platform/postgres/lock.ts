import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderInUse, codeOf } from './errors.ts'
import { isAlive, listenAsHolder, ourselves } from './holder.ts'
import type { Holder } from './holder.ts'

/** The right to use a data folder, until released. */
export type Claim = { release(): void }

type Lock = { generation: number; signed?: Holder & { socket: string } }

/**
 * One process per data folder. Locks are numbered: `lock.7` rules until its holder dies or releases it, and then
 * whoever creates `lock.8` holds the folder. Creating is a hard link, which one process alone can win and which
 * shows the file complete. The newest lock is never deleted, only emptied or outnumbered, so a slow contender
 * that judged an older one cannot step over a living holder. After a kill -9 there is nothing to clean up.
 * Throws DataFolderInUse.
 */
export async function claimFolder(folder: string): Promise<Claim> {
  for (;;) {
    const newest = readNewest(folder)
    if (await isHeld(folder, newest)) throw new DataFolderInUse(folder, newest.signed?.pid ?? 0)
    const claim = await claimGeneration(folder, newest.generation + 1)
    if (claim) return claim
  }
}

/** Whether a living process holds the folder. */
export function isClaimed(folder: string): Promise<boolean> {
  return isHeld(folder, readNewest(folder))
}

async function isHeld(folder: string, { signed }: Lock): Promise<boolean> {
  return signed !== undefined && (await isAlive(signed, join(folder, signed.socket)))
}

async function claimGeneration(folder: string, generation: number): Promise<Claim | undefined> {
  const draft = `claim-${randomUUID()}`
  const socket = `${draft}.sock`
  const lock = join(folder, `lock.${generation}`)
  const listening = await listenAsHolder(join(folder, socket))
  writeFileSync(join(folder, draft), JSON.stringify({ ...ourselves(), socket }))
  const won = link(join(folder, draft), lock) && newestGeneration(folder) === generation
  rmSync(join(folder, draft), { force: true })
  if (!won) return void listening.close()
  clearOlder(folder, generation, socket)
  return { release: () => (truncateSync(lock), listening.close()) }
}

function link(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    // EEXIST: another was first. ENOENT: the winner has already swept our draft away.
    if (['EEXIST', 'ENOENT'].includes(codeOf(error) ?? '')) return false
    throw error
  }
}

function readNewest(folder: string): Lock {
  const generation = newestGeneration(folder)
  try {
    return { generation, signed: JSON.parse(readFileSync(join(folder, `lock.${generation}`), 'utf8')) }
  } catch {
    // None yet, released (emptied), outnumbered meanwhile, or torn by a power cut: in no case is it held.
    return { generation }
  }
}

function newestGeneration(folder: string): number {
  return Math.max(0, ...readdirSync(folder).map(generationOf))
}

function clearOlder(folder: string, generation: number, socket: string): void {
  for (const name of readdirSync(folder)) {
    const outnumbered = generationOf(name) > 0 && generationOf(name) < generation
    const leftover = name.startsWith('claim-') && name !== socket
    if (outnumbered || leftover) rmSync(join(folder, name), { force: true })
  }
}

const generationOf = (name: string) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0)
