import { expect, test } from 'vitest'
import { FileStoreFailed } from './files/index.ts'
import { troubleOf } from './trouble.ts'

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test.each([
  error('connect ENOENT /run/.s.PGSQL.5432', { code: 'ENOENT', syscall: 'connect' }),
  error('connect ECONNREFUSED', { code: 'ECONNREFUSED' }),
  error('the database system is starting up', { code: '57P03' }),
  error('terminating connection due to administrator command', { code: '57P01' }),
  error('sorry, too many clients already', { code: '53300' }),
  error('Connection terminated unexpectedly')
])('a database that is away for a moment is 503: $message', (away) => {
  expect(troubleOf(away)).toEqual({ status: 503, code: 'database_unreachable' })
})

test('a full disk is 507, whoever met it: the file system, a quota or PostgreSQL', () => {
  for (const code of ['ENOSPC', 'EDQUOT', '53100'])
    expect(troubleOf(error('full', { code }))).toEqual({ status: 507, code: 'storage_full' })
})

test('a store of pictures that does not answer is 503', () => {
  expect(troubleOf(new FileStoreFailed('S3 did not answer'))?.code).toBe('storage_unreachable')
})

test('a bug stays a bug', () => {
  const bugs = [
    error('no such file', { code: 'ENOENT', syscall: 'open' }),
    error('syntax', { code: '42601' })
  ]
  for (const bug of [...bugs, error('duplicate', { code: '23505' }), new TypeError('x'), 'text', undefined])
    expect(troubleOf(bug)).toBeUndefined()
})
