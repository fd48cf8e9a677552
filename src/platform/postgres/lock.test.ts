import { createServer } from 'node:net'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { killed, startFixture, temporaryFolder } from './fixtures/harness.ts'
import { ourselves } from './holder.ts'
import { claimFolder, isClaimed } from './lock.ts'

const alone = { ...ourselves(), socket: 'nobody.sock' }

/** A folder locked by the holder given, as if by an earlier process. */
function lockedBy(holder: object): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'lock.6'), JSON.stringify(holder))
  return folder
}

test('a folder is held until released, by one holder at a time', async () => {
  const folder = temporaryFolder()
  for (let round = 0; round < 3; round++) {
    const claim = await claimFolder(folder)
    await expect(claimFolder(folder)).rejects.toThrow(`in use by another Torilla (process ${process.pid})`)
    claim.release()
    expect(await isClaimed(folder)).toBe(false)
  }
  expect(readdirSync(folder)).toEqual(['lock.3'])
})

test('of many processes that claim a folder at once, one gets it', { timeout: 30_000 }, async () => {
  const folder = lockedBy({ ...alone, pid: 999_999_999 })
  const answers = await Promise.all(Array.from({ length: 8 }, () => startFixture('claimer', [folder]).answer))
  const winners = answers.filter(({ claimed }) => claimed)
  expect(winners).toHaveLength(1)
  for (const { refused } of answers.filter(({ claimed }) => !claimed)) {
    expect(refused).toContain(`process ${winners[0]?.claimed}`)
  }
})

test(
  'a killed holder leaves the folder free at once, a stopped one does not',
  { timeout: 20_000 },
  async () => {
    const folder = temporaryFolder()
    const { process: holder, answer } = startFixture('claimer', [folder])
    await answer
    holder.kill('SIGSTOP')
    await expect(claimFolder(folder)).rejects.toThrow(`process ${holder.pid}`)
    await killed(holder)
    ;(await claimFolder(folder)).release()
  }
)

test('a lock whose pid was given to another process since is stale', async () => {
  const folder = lockedBy({ ...alone, birth: '12345' })
  ;(await claimFolder(folder)).release()
})

test('a lock torn by a power cut is stale', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'lock.6'), '\0\0\0\0')
  ;(await claimFolder(folder)).release()
  expect(readdirSync(folder)).toEqual(['lock.7'])
})

test.runIf(process.platform === 'linux')(
  'a holder in another container is known by its socket alone',
  async () => {
    const folder = lockedBy({ ...alone, pid: 1, realm: 'another boot', socket: 'theirs.sock' })
    const theirs = createServer().listen(join(folder, 'theirs.sock'))
    onTestFinished(() => void theirs.close())
    await expect(claimFolder(folder)).rejects.toThrow('(process 1)')
    await new Promise((resolve) => theirs.close(resolve))
    ;(await claimFolder(folder)).release()
  }
)

test.runIf(process.platform === 'linux')(
  'a holder listens for other containers, however long its path',
  async () => {
    const folder = join(temporaryFolder(), 'a'.repeat(90), 'b'.repeat(90))
    mkdirSync(folder, { recursive: true })
    const claim = await claimFolder(folder)
    const { socket } = JSON.parse(readFileSync(join(folder, 'lock.1'), 'utf8')) as { socket: string }
    expect(statSync(join(folder, socket)).isSocket()).toBe(true)
    writeFileSync(join(folder, 'lock.2'), JSON.stringify({ ...alone, socket, realm: 'another boot' }))
    expect(await isClaimed(folder)).toBe(true)
    claim.release()
  }
)
