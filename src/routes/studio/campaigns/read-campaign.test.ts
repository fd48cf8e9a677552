import { expect, test } from 'vitest'
import { readCampaign } from './read-campaign.ts'

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('days are the shop’s own, the last one whole, also when the clocks change in it', () => {
  const read = readCampaign(
    form({ name: 'Autumn', hashtag: '#Syksy', from: '2026-10-01', until: '2026-10-25' }),
    'Europe/Helsinki'
  )
  expect(read).toMatchObject({ name: 'Autumn', hashtag: '#Syksy' })
  expect(read.startsAt).toEqual(new Date('2026-09-30T21:00:00Z'))
  expect(read.endsAt).toEqual(new Date('2026-10-25T22:00:00Z'))
})

test('days left out or misspelt are no days', () => {
  expect(readCampaign(form({ name: 'x', from: '', until: '31.10.2026' }), 'Europe/Oslo')).toMatchObject({
    startsAt: null,
    endsAt: null
  })
})
