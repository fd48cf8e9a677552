import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('an error is logged with its words and its cause, but without what hangs on it', () => {
  const script = `
    import { openLog } from './src/platform/log.ts'
    const error = new Error('it broke', { cause: new Error('no space') })
    openLog('info').error({ error: Object.assign(error, { code: '53100', client: { password: 'hush' } }) }, 'failed')`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  const line = JSON.parse(stderr) as { msg: string; error: Record<string, unknown> }
  expect(line).toMatchObject({ msg: 'failed', error: { message: 'it broke', code: '53100' } })
  expect(line.error.cause).toMatchObject({ message: 'no space' })
  expect(stderr).not.toContain('hush')
})
