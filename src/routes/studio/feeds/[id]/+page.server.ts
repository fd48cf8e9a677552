import { error, redirect } from '@sveltejs/kit'
import { listCollections } from '#domain/catalog/index.ts'
import { listCountries } from '#domain/delivery/index.ts'
import {
  changeFeed,
  checkFeed,
  countProblems,
  findFeed,
  listProblems,
  REFUSALS,
  removeFeed,
  setFeedDisabled,
  specs
} from '#domain/feeds/index.ts'
import { originOf } from '#domain/shops/index.ts'
import { fieldsOf, refuse } from '../../../refuse.ts'
import { hereAs } from '../../../visit.ts'
import { feedInputOf } from '../read-feed.ts'
import type { Actions, PageServerLoad } from './$types'

/** A feed: its address, what it tells, and every item the network would refuse or would like otherwise. */
export const load: PageServerLoad = async ({ locals: { ctx, shop, locale }, params, url }) => {
  const feed = await findFeed(ctx, shop.id, params.id)
  if (!feed) error(404, 'No such feed.')
  const problem = url.searchParams.get('problem')
  const [counts, page, collections, countries, origin] = await Promise.all([
    countProblems(ctx, shop.id, feed.id),
    listProblems(ctx, shop.id, feed.id, {
      problem,
      refusedOnly: !problem,
      cursor: url.searchParams.get('after')
    }),
    listCollections(ctx, shop.id),
    listCountries(ctx, shop.id, locale),
    originOf(ctx, shop.id, url.origin)
  ])
  const { limits, asOf, source } = specs[feed.network]
  return {
    feed,
    counts,
    problem,
    refusals: REFUSALS,
    ...page,
    collections,
    countries,
    origin,
    spec: { limits, asOf, source }
  }
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData()
    const { ctx, actor, shop } = event.locals
    const typed = { version: String(form.get('version') ?? ''), form: 'save' }
    const input = feedInputOf(form, shop.currency)
    if (!input.ok) return refuse(event, input, typed)
    const change = { ...input.value, feedId: event.params.id, version: Number(typed.version) }
    const changed = await changeFeed(ctx, actor, change)
    return changed.ok ? { saved: 'save' } : refuse(event, changed, typed)
  },
  check: async ({ locals: { ctx, shop }, params }) => {
    await checkFeed(ctx, shop.id, params.id)
    return { saved: 'check' }
  },
  disable: async (event) => {
    const { disabled } = await fieldsOf(event)
    const change = { feedId: event.params.id, disabled: disabled === 'true' }
    const set = await setFeedDisabled(event.locals.ctx, event.locals.actor, change)
    return set.ok ? { saved: 'disable' } : refuse(event, set)
  },
  remove: async (event) => {
    const removed = await removeFeed(event.locals.ctx, event.locals.actor, { feedId: event.params.id })
    if (!removed.ok) return refuse(event, removed)
    redirect(303, hereAs(event, '/studio/feeds'))
  }
}
