// Work that only one process may do at a time, as a build into one folder: the others wait until it is done. A file
// names the process that works; one that died over its work is passed over.
import { openSync, closeSync, readFileSync, rmSync, writeSync } from 'node:fs'

export function inTurn(path, work) {
  while (!take(path)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
  try {
    return work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path) {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!works(path)) rmSync(path, { force: true })
    return false
  }
}

/** Whether the process that the file names is still there; a file that was made this moment names none yet. */
function works(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return pid === 0 || process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
