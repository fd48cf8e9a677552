import { closeSync, existsSync, openSync, readFileSync, readlinkSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { codeOf } from './errors.ts'
import { birthOf } from './processes.ts'

/** A process, told apart from every other that ever had or will have its pid. */
export type Holder = { pid: number; birth: string; realm: string }

const linux = process.platform === 'linux'

/** This process. */
export function ourselves(): Holder {
  return { pid: process.pid, birth: birthOf(process.pid) ?? '', realm: realm() }
}

/**
 * Whether the process that signed the lock still lives. Within one boot and one container its pid and birth tell.
 * A pid from elsewhere (another container sharing the folder, the time before a reboot) means nothing here, so
 * there we ask the socket that every holder listens on: the kernel closes it with its process.
 */
export async function isAlive(holder: Holder, socket: string): Promise<boolean> {
  return holder.realm === realm() ? birthOf(holder.pid) === holder.birth : answers(socket)
}

/** Whether a process listens on the socket, if there is one. When we may not ask, we assume so. */
export function answers(socket: string): Promise<boolean> {
  if (!existsSync(socket)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const short = shorten(socket)
    const connection = connect(short.path)
    const settle = (answer: boolean) => {
      connection.destroy()
      short.close()
      resolve(answer)
    }
    connection.once('connect', () => settle(true))
    connection.once('error', (error) => settle(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '')))
  })
}

/** Listens on the socket for as long as we live, or until closed; resolves once it does, or cannot. */
export function listenAsHolder(socket: string): Promise<{ close(): void }> {
  if (!linux) return Promise.resolve({ close() {} })
  const short = shorten(socket)
  const server = createServer((connection) => connection.destroy()).unref()
  const close = () => server.close(short.close)
  return new Promise((resolve) => {
    // A file system without sockets has no containers sharing it either: the pid alone must do.
    server.once('error', () => resolve({ close }))
    server.listen({ path: short.path, exclusive: true }, () => resolve({ close }))
  })
}

/** The boot and the container we live in: a pid names a process only within both. */
function realm(): string {
  if (!linux) return ''
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
}

/** A socket's path may have a hundred characters at most; through the folder's descriptor any path is short. */
function shorten(socket: string): { path: string; close(): void } {
  if (!linux) return { path: socket, close() {} }
  const folder = openSync(join(socket, '..'), 'r')
  return {
    path: `/proc/self/fd/${folder}/${socket.slice(socket.lastIndexOf('/') + 1)}`,
    close: () => closeSync(folder)
  }
}
