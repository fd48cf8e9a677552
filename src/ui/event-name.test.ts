import { expect, test } from 'vitest'
import { EVENT_TYPES } from '#domain/webhooks/index.ts'
import { EVENT_GROUPS } from './event-name.ts'

test('the studio offers every event there is, once', () => {
  const offered = EVENT_GROUPS.flatMap(({ events }) => Object.keys(events))
  expect(offered.toSorted()).toEqual([...EVENT_TYPES].sort())
})
