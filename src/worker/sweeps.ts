import { sweepAccounts } from '#domain/accounts/index.ts'
import { forgetReplies } from '#domain/api-replies/index.ts'
import { sweepCheckout } from '#domain/checkout/index.ts'
import { linkMembers } from '#domain/contacts/index.ts'
import { forgetFiles, resumeImports } from '#domain/imports/index.ts'
import { checkFeeds } from '#domain/feeds/index.ts'
import { publishDue } from '#domain/posts/index.ts'
import { settle } from '#domain/projections.ts'
import { resumeErasures } from '#domain/privacy/index.ts'
import { keepRules } from '#domain/retention/index.ts'
import { listShops } from '#domain/shops/index.ts'
import { forgetStoreMessages } from '#domain/store-orders/index.ts'
import { fanOutWebhooks, wakeWebhooks } from '#domain/webhooks/index.ts'
import type { Sweep } from './sweep.ts'

/** Everything that is looked after on a timer. */
export const sweeps: readonly Sweep[] = [
  { name: 'sessions that are over', everyMs: 3_600_000, run: sweepAccounts },
  { name: 'imports that fell silent', everyMs: 15_000, run: resumeImports },
  {
    name: 'answers of the API that are a day old',
    everyMs: 3_600_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await forgetReplies(ctx, shop.id)
    }
  },
  { name: 'files nobody came back for', everyMs: 3_600_000, run: forgetFiles },
  {
    name: 'contacts who became members',
    everyMs: 900_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await linkMembers(ctx, shop.id)
    }
  },
  { name: 'product feeds', everyMs: 600_000, run: checkFeeds },
  { name: 'waiting posts', everyMs: 2_000, run: publishDue },
  {
    name: 'payments, refunds and holds',
    everyMs: 15_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await sweepCheckout(ctx, shop.id)
    }
  },
  {
    name: 'events for webhooks',
    everyMs: 5_000,
    onPulse: true,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await fanOutWebhooks(ctx, shop.id)
    }
  },
  {
    name: 'webhooks overdue',
    everyMs: 30_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await wakeWebhooks(ctx, shop.id)
    }
  },
  {
    name: 'what is kept too long',
    everyMs: 3_600_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await keepRules(ctx, shop.id)
    }
  },
  {
    name: 'erasures that were given up',
    everyMs: 3_600_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await resumeErasures(ctx, shop.id)
    }
  },
  {
    name: 'messages of stores, of long ago',
    everyMs: 3_600_000,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await forgetStoreMessages(ctx, shop.id)
    }
  },
  {
    name: 'projections',
    everyMs: 5_000,
    onPulse: true,
    run: async (ctx) => {
      for (const shop of await listShops(ctx)) await settle(ctx, shop.id)
    }
  }
]
