import { expect, test } from 'vitest'
import { readPostForm } from './read-form.ts'

test('a form’s rows belong together, and a row without a product is none', () => {
  const form = new FormData()
  const fields: [string, string][] = [
    ['version', '3'],
    ['title', 'Stripes'],
    ['picture', 'p1'],
    ['alt', 'A gull'],
    ['picture', 'p2'],
    ['tag-product', 'a'],
    ['tag-picture', '1'],
    ['tag-x', '12.5'],
    ['tag-y', '99,5'],
    ['tag-product', ''],
    ['tag-picture', '0'],
    ['tag-x', '50'],
    ['tag-y', '50']
  ]
  for (const [name, value] of fields) form.append(name, value)
  expect(readPostForm('post', form)).toEqual({
    postId: 'post',
    version: 3,
    title: 'Stripes',
    words: '',
    disclosure: '',
    campaignId: null,
    pinned: false,
    pictures: [
      { id: 'p1', alt: 'A gull' },
      { id: 'p2', alt: '' }
    ],
    tags: [{ picture: 1, productId: 'a', x: 0.125, y: 0.995 }]
  })
})
