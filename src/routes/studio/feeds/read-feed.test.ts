import { expect, test } from 'vitest'
import { feedInputOf } from './read-feed.ts'

function formOf(fields: Record<string, string>, collections: string[] = []): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const id of collections) form.append('collections', id)
  return form
}

test('a feed’s form is read as people type it', () => {
  const form = formOf(
    {
      ...{ name: 'All', network: 'google', country: 'FI', locale: 'fi', minPrice: '12,50', tags: ' a, b ,' },
      ...{ inStockOnly: 'on', label0: 'rising', categories: 'Tees = 212\n\nMugs=Home > Kitchen ' }
    },
    ['one', 'two']
  )
  expect(feedInputOf(form, 'EUR')).toMatchObject({
    ok: true,
    value: {
      name: 'All',
      settings: {
        ...{ minPrice: 1250, tags: ['a', 'b'], collections: ['one', 'two'], inStockOnly: true },
        labels: ['rising', 'none', 'none', 'none', 'none'],
        categories: [
          { type: 'Tees', category: '212' },
          { type: 'Mugs', category: 'Home > Kitchen' }
        ]
      }
    }
  })
})

test('what is no price or no category is refused by its field', () => {
  expect(feedInputOf(formOf({ minPrice: 'much' }), 'EUR')).toMatchObject({ detail: { field: 'minPrice' } })
  expect(feedInputOf(formOf({ categories: '212' }), 'EUR')).toMatchObject({ detail: { field: 'categories' } })
})
