import * as m from '#messages'
import type { Context } from '#context'
import { buttonLetter, sendLetter } from '#domain/notifications/index.ts'
import { getShop, isLocale, originOf, pathIn, type Locale } from '#domain/shops/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { FAILING_DAYS } from './schedule.ts'
import type { DisabledWhy } from './webhook.ts'

type Given = { id: string; url: string; why: DisabledWhy }

/** A letter to each owner, in their language: nothing is sent there any more. */
export async function tellOwners(ctx: Context, tx: Tx, shopId: number, webhook: Given): Promise<void> {
  const shop = await getShop({ db: tx }, shopId)
  const origin = await originOf({ ...ctx, db: tx }, shopId)
  const owners = await tx
    .selectFrom('members')
    .select(['email', 'locale'])
    .where('shop_id', '=', shopId)
    .where('role', '=', 'owner')
    .where('blocked_at', 'is', null)
    .execute()
  for (const { email, locale } of owners) {
    const own = isLocale(locale ?? undefined) ? (locale as Locale) : (shop.locale as Locale)
    const url = origin + pathIn(own, shop, `/studio/settings/webhooks/${webhook.id}`)
    const words = wordsOf(webhook, own)
    const text = buttonLetter(words, { locale: own, shopName: shop.name, url })
    await sendLetter(ctx, tx, { shopId, kind: 'webhook_disabled', to: email, ...text })
  }
}

function wordsOf({ url, why }: Given, locale: Locale) {
  const o = { locale }
  const { host } = new URL(url)
  return {
    subject: m.letter_webhook_subject({ host }, o),
    heading: m.letter_webhook_heading({}, o),
    text:
      why === 'gone'
        ? m.letter_webhook_gone({ host }, o)
        : m.letter_webhook_failing({ host, days: FAILING_DAYS }, o),
    button: m.letter_webhook_button({}, o)
  }
}
