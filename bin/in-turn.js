// Work that only one process may do at a time, as a build into one folder: the others wait until it is done. A file
// names the process that works; one that died over its work is passed over.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

export function inTurn(path, work) {
  while (!take(path)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  try {
    return work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** The file appears with its process's number in it or not at all, so nobody can die between the two. */
function take(path) {
  const mine = `${path}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, path)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!works(path)) putAside(path, mine)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Only one of those who find the file of a dead process gets it; who took a living one's by mistake puts it back. */
function putAside(path, mine) {
  const aside = `${mine}.aside`
  try {
    renameSync(path, aside)
    if (works(aside)) linkSync(aside, path)
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error
  }
  rmSync(aside, { force: true })
}

/** Whether the process that the file names is still there; a file that is gone says so of its process. */
function works(path) {
  try {
    return process.kill(Number(readFileSync(path, 'utf8')), 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
