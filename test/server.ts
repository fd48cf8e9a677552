import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFlags } from '../bin/node-flags.js'

export type RunningServer = {
  url: string
  process: ChildProcess
  output(): string
  /** Asks the server to stop and answers its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

const READY = /Torilla is open at (\S+)|Torilla works in the background/

/** Starts the built server as a process of its own, on a free port, and waits until it says that it is open. */
export async function startServer(
  env: Record<string, string>,
  timeoutMs = 60_000,
  spawned: (child: ChildProcess) => void = () => {}
): Promise<RunningServer> {
  const child = spawn(process.execPath, [...nodeFlags, 'build/server/main.js'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      ...env
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  spawned(child)
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await waitFor(() => READY.test(output) || child.exitCode !== null || child.signalCode !== null, timeoutMs)
  if (!READY.test(output)) {
    child.kill('SIGKILL')
    throw new Error(`The server did not open:\n${output}`)
  }
  return {
    url: READY.exec(output)?.[1] ?? '',
    process: child,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    }
  }
}

async function waitFor(condition: () => boolean, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs
  while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** An empty data folder that `remove` takes away again. The user who runs PostgreSQL must be able to enter it. */
export function dataFolder(): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'torilla-data-'))
  // A PostgreSQL whose server was killed ends by itself, and may write a last file meanwhile.
  const again = { maxRetries: 10, retryDelay: 100 }
  return { path: join(path, 'data'), remove: () => rm(path, { recursive: true, force: true, ...again }) }
}
