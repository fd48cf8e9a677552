import { expect, test } from 'vitest'
import type { Shop } from '#domain/shops/index.ts'
import { writeAbout } from './write-about.server.ts'

const shop = { id: 1, name: 'A "B" & Co', currency: 'EUR', locale: 'fi' } as Shop
const here = { origin: 'https://x.example', locale: 'en', shop }

test('no words can leave their attribute, or end the script element that holds them', () => {
  const hostile = `"><script>alert(1)</script><!--\u2028&amp;`
  const card = {
    kind: 'post',
    path: '/p/x',
    title: hostile,
    text: hostile,
    price: null,
    pictures: []
  } as const
  const things = [{ '@type': 'Thing' as const, name: hostile }]
  const head = writeAbout({ card, type: 'article', things, news: { campaign: hostile } }, here).join('\n')
  expect(head.match(/<script/g)).toHaveLength(1)
  expect(head.match(/<\/script>/g)).toHaveLength(1)
  expect(head).not.toContain('<!--')
  const json = /<script type="application\/ld\+json">(.*)<\/script>/.exec(head)![1]!
  expect(JSON.parse(json)).toMatchObject({ '@graph': [{ name: hostile }] })
})
