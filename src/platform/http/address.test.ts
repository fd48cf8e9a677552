import { describe, expect, test } from 'vitest'
import { addressOf, neighbourhoodOf, protocolOf } from './index.ts'

const from = (forwarded: string) => new Headers({ 'x-forwarded-for': forwarded })

describe('addressOf', () => {
  test('a forged X-Forwarded-For is not believed when no proxy is trusted', () => {
    expect(addressOf(from('6.6.6.6'), '203.0.113.9', 0)).toBe('203.0.113.9')
  })

  test('behind one proxy only its own entry counts, whatever a stranger wrote before it', () => {
    expect(addressOf(from('6.6.6.6, 198.51.100.7'), '10.0.0.1', 1)).toBe('198.51.100.7')
  })

  test('behind two proxies the second entry from the right counts', () => {
    expect(addressOf(from('6.6.6.6, 198.51.100.7, 10.0.0.2'), '10.0.0.1', 2)).toBe('198.51.100.7')
  })

  test('a trusted proxy that sends nonsense or nothing leaves the socket address', () => {
    expect(addressOf(from('<script>'), '10.0.0.1', 1)).toBe('10.0.0.1')
    expect(addressOf(new Headers(), '::ffff:10.0.0.1', 1)).toBe('10.0.0.1')
  })

  test('ports and brackets are taken off', () => {
    expect(addressOf(from('198.51.100.7:4711'), '10.0.0.1', 1)).toBe('198.51.100.7')
    expect(addressOf(from('[2001:db8::1]:4711'), '10.0.0.1', 1)).toBe('2001:db8::1')
  })
})

test('addresses of one IPv6 home share a limit, those of another do not', () => {
  expect(neighbourhoodOf('2001:db8:1:2::9')).toBe(neighbourhoodOf('2001:DB8:1:2:aaaa:bbbb:cccc:dddd'))
  expect(neighbourhoodOf('2001:db8:1:3::9')).not.toBe(neighbourhoodOf('2001:db8:1:2::9'))
  expect(neighbourhoodOf('::1')).toBe('0:0:0:0')
  expect(neighbourhoodOf('198.51.100.7')).toBe('198.51.100.7')
})

test('the protocol is PUBLIC_URL’s, then a trusted proxy’s, and a stranger’s word is ignored', () => {
  const forwarded = new Headers({ 'x-forwarded-proto': 'https' })
  expect(protocolOf({ publicUrl: new URL('https://shop.example'), trustedProxies: 0 }, new Headers())).toBe(
    'https'
  )
  expect(protocolOf({ publicUrl: undefined, trustedProxies: 1 }, forwarded)).toBe('https')
  expect(protocolOf({ publicUrl: undefined, trustedProxies: 0 }, forwarded)).toBe('http')
})
