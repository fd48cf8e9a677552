import type { Permission } from '#domain/accounts/index.ts'

type Access = { page: Permission; actions?: Record<string, Permission> }

/**
 * Who may do what, on one page. A page or an action that is not listed here cannot be reached: hooks.server.ts
 * refuses it, and the architecture test names it. Keys are route ids, actions are their names in +page.server.ts.
 */
export const access: Record<string, Access> = {
  '/(door)/sign-in': { page: 'public', actions: { password: 'public', link: 'public' } },
  '/(door)/sign-in/link': { page: 'public', actions: { default: 'public' } },
  '/(door)/sign-up': { page: 'public', actions: { default: 'public' } },
  '/(door)/sign-up/confirm': { page: 'public', actions: { default: 'public' } },
  '/(door)/forgot': { page: 'public', actions: { default: 'public' } },
  '/(door)/reset': { page: 'public', actions: { default: 'public' } },
  '/(door)/join': { page: 'public', actions: { default: 'public' } },
  '/(door)/sign-out': { page: 'public', actions: { default: 'public' } },
  '/(door)/invite/[token]': { page: 'public', actions: { accept: 'public', create: 'public' } },
  '/refused/[status]': { page: 'public' },
  '/setup': { page: 'shop.install', actions: { default: 'shop.install' } },
  '/setup/shop': { page: 'shop.install', actions: { default: 'shop.install' } },
  '/setup/goods': { page: 'shop.settings' },
  '/(square)/me': { page: 'own.account' },
  '/(square)/me/settings': {
    page: 'own.account',
    actions: {
      profile: 'own.account',
      avatar: 'own.account',
      password: 'own.account',
      consent: 'own.account'
    }
  },
  '/(square)/me/settings/erase': { page: 'own.account', actions: { erase: 'own.account' } },
  '/(square)/erased': { page: 'public' },
  '/(square)/mailbox': { page: 'public' },
  '/studio': { page: 'studio.enter' },
  '/studio/products': { page: 'products.read', actions: { state: 'products.write' } },
  '/studio/products/new': {
    page: 'products.write',
    actions: { save: 'products.write', rearrange: 'products.write', pictures: 'products.write' }
  },
  '/studio/products/[id]': {
    page: 'products.read',
    actions: {
      save: 'products.write',
      rearrange: 'products.write',
      pictures: 'products.write',
      sell: 'products.write'
    }
  },
  '/studio/collections': {
    page: 'products.read',
    actions: { save: 'products.write', remove: 'products.write' }
  },
  '/studio/imports': { page: 'products.import' },
  '/studio/imports/[id]': {
    page: 'products.import',
    actions: {
      stop: 'products.import',
      again: 'products.import',
      read: 'products.import',
      start: 'products.import'
    }
  },
  '/studio/links': { page: 'links.write', actions: { create: 'links.write', disable: 'links.write' } },
  '/studio/feeds': { page: 'feeds.write', actions: { create: 'feeds.write' } },
  '/studio/feeds/[id]': {
    page: 'feeds.write',
    actions: { save: 'feeds.write', check: 'feeds.write', disable: 'feeds.write', remove: 'feeds.write' }
  },
  '/studio/results': { page: 'results.read' },
  '/studio/results/[by]/[key]': { page: 'results.read' },
  '/studio/contacts': { page: 'people.read' },
  '/studio/contacts/[id]': { page: 'people.read', actions: { erase: 'people.erase' } },
  '/studio/people/[id]': { page: 'people.read', actions: { erase: 'people.erase' } },
  '/studio/people': {
    page: 'people.read',
    actions: { role: 'people.roles', block: 'people.roles', invite: 'people.roles', withdraw: 'people.roles' }
  },
  '/studio/settings/shipping': {
    page: 'shop.settings',
    actions: {
      confirm: 'shop.settings',
      zone: 'shop.settings',
      removeZone: 'shop.settings',
      rate: 'shop.settings',
      removeRate: 'shop.settings',
      tax: 'shop.settings',
      removeTax: 'shop.settings'
    }
  },
  '/studio/settings/privacy': {
    page: 'shop.privacy',
    actions: { keep: 'shop.privacy', guest: 'people.erase' }
  },
  '/studio/settings/exports': { page: 'shop.export' },
  '/studio/settings/keys': { page: 'shop.keys', actions: { make: 'shop.keys', revoke: 'shop.keys' } },
  '/studio/settings/stores': { page: 'shop.settings', actions: { create: 'shop.settings' } },
  '/studio/settings/stores/[id]': {
    page: 'shop.settings',
    actions: { change: 'shop.settings', disable: 'shop.settings', secret: 'shop.settings' }
  },
  '/studio/settings/webhooks': { page: 'shop.webhooks', actions: { create: 'shop.webhooks' } },
  '/studio/settings/webhooks/[id]': {
    page: 'shop.webhooks',
    actions: {
      pause: 'shop.webhooks',
      resume: 'shop.webhooks',
      enable: 'shop.webhooks',
      test: 'shop.webhooks',
      replay: 'shop.webhooks',
      replayAll: 'shop.webhooks',
      change: 'shop.webhooks',
      secret: 'shop.webhooks',
      rotate: 'shop.webhooks',
      remove: 'shop.webhooks'
    }
  },
  '/studio/settings/webhooks/[id]/[delivery]': {
    page: 'shop.webhooks',
    actions: { replay: 'shop.webhooks' }
  },
  '/studio/settings': {
    page: 'shop.settings',
    actions: {
      shop: 'shop.settings',
      brand: 'shop.settings',
      addHost: 'shop.settings',
      removeHost: 'shop.settings',
      mainHost: 'shop.settings',
      resend: 'shop.settings',
      another: 'shop.settings'
    }
  },
  '/studio/orders': { page: 'orders.read' },
  '/studio/orders/[id]': {
    page: 'orders.read',
    actions: {
      pay: 'orders.pay',
      fulfil: 'orders.fulfil',
      refund: 'orders.refund',
      cancel: 'orders.refund',
      cancelPieces: 'orders.refund',
      note: 'orders.fulfil'
    }
  },
  '/studio/orders/[id]/slip': { page: 'orders.read' },
  '/studio/orders/elsewhere': { page: 'orders.read' },
  '/studio/orders/elsewhere/[id]': { page: 'orders.read' },
  '/studio/coupons': { page: 'coupons.write', actions: { create: 'coupons.write', enable: 'coupons.write' } },
  '/(square)': { page: 'public' },
  '/(square)/gone/[why]': { page: 'public' },
  '/(square)/campaigns/[slug]': { page: 'public' },
  '/(square)/products': { page: 'public' },
  '/(square)/products/[handle]': { page: 'public' },
  '/(square)/search': { page: 'public' },
  '/(square)/buy': { page: 'public', actions: { default: 'public' } },
  '/(square)/cart': {
    page: 'public',
    actions: {
      add: 'public',
      quantity: 'public',
      choose: 'public',
      coupon: 'public',
      take: 'public',
      letGo: 'public',
      handOver: 'public',
      checkout: 'public'
    }
  },
  '/(square)/checkout/[token]': {
    page: 'public',
    actions: { update: 'public', coupon: 'public', pay: 'public' }
  },
  '/(square)/orders/[token]': { page: 'public' },
  '/(square)/p/[slug]': {
    page: 'public',
    actions: {
      share: 'take.part',
      react: 'take.part',
      comment: 'take.part',
      edit: 'take.part',
      remove: 'take.part',
      follow: 'take.part',
      hide: 'comments.moderate'
    }
  },
  '/studio/compose': { page: 'posts.write' },
  '/studio/posts': { page: 'posts.write' },
  '/studio/posts/[id]': {
    page: 'posts.write',
    actions: {
      save: 'posts.write',
      pictures: 'posts.write',
      focus: 'posts.write',
      publish: 'posts.publish',
      schedule: 'posts.publish',
      unschedule: 'posts.publish',
      remove: 'posts.publish',
      restore: 'posts.publish'
    }
  },
  '/studio/campaigns': {
    page: 'campaigns.write',
    actions: { create: 'campaigns.write', change: 'campaigns.write', archive: 'campaigns.write' }
  }
}

/** The permission a request needs; undefined refuses it. A POST names its action in the query: ?/pay. */
export function permissionFor(routeId: string, method: string, url: URL): Permission | undefined {
  const rule = access[routeId]
  if (!rule) return undefined
  if (method === 'GET' || method === 'HEAD') return rule.page
  if (method !== 'POST') return undefined
  const action = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default'
  return rule.actions?.[action]
}
