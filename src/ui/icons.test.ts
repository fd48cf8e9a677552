import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { iconNames } from './icon-name.ts'

test('every icon name is drawn in the sprite, and besides them only the mark and the wordmark', () => {
  const sprite = readFileSync(new URL('./sprite.svg', import.meta.url), 'utf8')
  const drawn = [...sprite.matchAll(/<symbol id="([\w-]+)" viewBox="0 0 24 24"><path d="M[^"]+"/g)].map(
    (s) => s[1]
  )
  expect(drawn).toEqual([...iconNames])
  expect(sprite.match(/<symbol id="(mark|word)"/g)).toHaveLength(2)
  expect(sprite.match(/<symbol/g)).toHaveLength(iconNames.length + 2)
})
