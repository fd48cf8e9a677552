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

test('a dropped picture takes its products along, and the others stay where they were', () => {
  const form = new FormData()
  for (const id of ['p1', 'p2', 'p3']) {
    form.append('picture', id)
    form.append('alt', `${id} in words`)
  }
  for (const [i, product] of ['a', 'b', 'c', 'd'].entries()) {
    form.append('tag-product', product)
    form.append('tag-picture', `${[0, 1, 2, 9][i]}`)
    form.append('tag-x', '10')
    form.append('tag-y', '20')
  }
  form.append('drop', 'p2')
  form.append('drop-tag', '0')
  const { pictures, tags } = readPostForm('post', form)
  expect(pictures).toEqual([
    { id: 'p1', alt: 'p1 in words' },
    { id: 'p3', alt: 'p3 in words' }
  ])
  expect(tags).toMatchObject([
    { productId: 'c', picture: 1 },
    { productId: 'd', picture: 8 }
  ])
})
