import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { authSecret } from './secret.ts'
import { cookieFor, cookieName, readCookie, verifiedToken } from './session-cookie.ts'

test('a token is read only from a value that we signed, with this installation’s secret', async () => {
  const { ctx } = await world()
  const { value } = await cookieFor(ctx, 'token', false)
  expect(verifiedToken(await authSecret(ctx), value)).toBe('token')
  expect(verifiedToken(await authSecret(ctx), encodeURIComponent(value))).toBe('token')
  expect(verifiedToken('another-secret', value)).toBeUndefined()
})

test('a cookie is found by its whole name', () => {
  const headers = new Headers({ cookie: 'xtorilla=a; torilla=b; torillax=c' })
  expect(readCookie(headers, 'torilla')).toBe('b')
  expect(readCookie(headers, cookieName(true))).toBeUndefined()
  expect(readCookie(new Headers(), 'torilla')).toBeUndefined()
})
