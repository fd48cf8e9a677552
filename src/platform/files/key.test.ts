import { describe, expect, test } from 'vitest'
import { checkKey, FileKeyRefused, safeFolder, safeKey } from './key.ts'

describe('a file key', () => {
  test.each(['a', 'photos/ab12/w640.webp', 'A_b-c.d/1', 'x'.repeat(200), 'console/nulls/auxiliary.txt'])(
    'may be %s',
    (key) => {
      expect(checkKey(key)).toEqual({ ok: true, value: key })
    }
  )

  test.each([
    ['', 'key_empty'],
    ['..', 'key_escapes'],
    ['../etc/passwd', 'key_escapes'],
    ['a/../../b', 'key_escapes'],
    ['a/./b', 'key_escapes'],
    ['/etc/passwd', 'key_escapes'],
    ['a//b', 'key_escapes'],
    ['a/', 'key_escapes'],
    ['C:/windows', 'key_not_plain'],
    ['a\\..\\b', 'key_not_plain'],
    ['a\0.png', 'key_not_plain'],
    ['a\nb', 'key_not_plain'],
    ['%2e%2e/b', 'key_not_plain'],
    ['kahvi tauko.png', 'key_not_plain'],
    ['\u2025/b', 'key_not_plain'],
    ['sää.png', 'key_not_plain'],
    ['a/.parts/b', 'key_reserved'],
    ['.env', 'key_reserved'],
    ['a./b', 'key_reserved'],
    ['...', 'key_reserved'],
    ['con', 'key_reserved'],
    ['a/NUL.png', 'key_reserved'],
    ['lpt1/x', 'key_reserved'],
    ['x'.repeat(201), 'key_too_long'],
    ['abcdefgh/'.repeat(60) + 'a', 'key_too_long']
  ])('may not be %j', (key, refusal) => {
    expect(checkKey(key)).toMatchObject({ ok: false, refusal })
    expect(() => safeKey(key)).toThrow(FileKeyRefused)
  })

  test('a folder is a key and its slash, or everything', () => {
    expect(safeFolder('')).toBe('')
    expect(safeFolder('photos/a/')).toBe('photos/a/')
    for (const folder of ['photos', '../', '/', 'a//'])
      expect(() => safeFolder(folder)).toThrow(FileKeyRefused)
  })
})
