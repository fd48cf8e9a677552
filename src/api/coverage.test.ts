import { expect, test } from 'vitest'
import { access } from '../routes/access.ts'
import { api, documentOf } from './index.ts'

const SESSION = 'no operation: opens or ends a session in a browser; a program has a key'
const SETUP = 'no operation: there is no shop yet whose key could ask'
const FORM = 'no operation: arranges what is typed in a form and keeps nothing'

/** Each form action of the pages, and the operation that does the same by the same command; or why there is none. */
const OPERATIONS: Record<string, string> = {
  '/(door)/sign-in?password': SESSION,
  '/(door)/sign-in?link': SESSION,
  '/(door)/sign-in/link?default': SESSION,
  '/(door)/sign-up?default': SESSION,
  '/(door)/sign-up/confirm?default': SESSION,
  '/(door)/forgot?default': SESSION,
  '/(door)/reset?default': SESSION,
  '/(door)/join?default': SESSION,
  '/(door)/sign-out?default': SESSION,
  '/(door)/invite/[token]?accept': SESSION,
  '/(door)/invite/[token]?create': SESSION,
  '/setup?default': SETUP,
  '/setup/shop?default': SETUP,
  '/(square)/me/settings?profile': 'changeMe',
  '/(square)/me/settings?avatar': 'setAvatar',
  '/(square)/me/settings?password': SESSION,
  '/(square)/me/settings?consent': 'setMyConsent',
  '/(square)/me/settings/erase?erase': 'eraseMe',
  '/(square)/buy?default': 'addToCart',
  '/(square)/cart?add': 'addToCart',
  '/(square)/cart?quantity': 'setQuantity',
  '/(square)/cart?choose': 'chooseVariant',
  '/(square)/cart?coupon': 'setCoupon',
  '/(square)/cart?take': 'takeProposal',
  '/(square)/cart?letGo': 'removeStoreLines',
  '/(square)/cart?handOver': 'handOver',
  '/(square)/cart?checkout': 'holdCart',
  '/(square)/checkout/[token]?update': 'saveDetails',
  '/(square)/checkout/[token]?coupon': 'setCoupon',
  '/(square)/checkout/[token]?pay': 'placeOrder',
  '/(square)/p/[slug]?share': 'sharePost',
  '/(square)/p/[slug]?react': 'addReaction',
  '/(square)/p/[slug]?comment': 'addComment',
  '/(square)/p/[slug]?edit': 'editComment',
  '/(square)/p/[slug]?remove': 'deleteComment',
  '/(square)/p/[slug]?follow': 'followShop',
  '/(square)/p/[slug]?hide': 'hideComment',
  '/studio/products?state': 'setProductStates',
  '/studio/products/new?save': 'createProduct',
  '/studio/products/new?rearrange': FORM,
  '/studio/products/new?pictures': 'uploadPicture',
  '/studio/products/[id]?save': 'replaceProduct',
  '/studio/products/[id]?sell': 'setStoreGoods',
  '/studio/products/[id]?rearrange': FORM,
  '/studio/products/[id]?pictures': 'uploadPicture',
  '/studio/collections?save': 'changeCollection',
  '/studio/collections?remove': 'removeCollection',
  '/studio/imports/[id]?stop': 'postImportsIdCancellation',
  '/studio/imports/[id]?again': 'postImportsIdPictures',
  '/studio/imports/[id]?read': 'putImportsIdReading',
  '/studio/imports/[id]?start': 'postImportsIdStart',
  '/studio/links?create': 'createLink',
  '/studio/links?disable': 'disableLink',
  '/studio/people?role': 'changeRole',
  '/studio/people?block': 'blockPerson',
  '/studio/people?invite': 'inviteStaff',
  '/studio/people?withdraw': 'withdrawInvite',
  '/studio/people/[id]?erase': 'erasePerson',
  '/studio/contacts/[id]?erase': 'eraseContact',
  '/studio/settings/privacy?keep': 'changeRetention',
  '/studio/settings/privacy?guest': 'eraseGuest',
  '/studio/settings/shipping?confirm': 'confirmDelivery',
  '/studio/settings/shipping?zone': 'changeZone',
  '/studio/settings/shipping?removeZone': 'removeZone',
  '/studio/settings/shipping?rate': 'changeRate',
  '/studio/settings/shipping?removeRate': 'removeRate',
  '/studio/settings/shipping?tax': 'setTaxRate',
  '/studio/settings/shipping?removeTax': 'removeTaxRate',
  '/studio/settings/keys?make': 'no operation: a key makes no keys',
  '/studio/settings/keys?revoke': 'no operation: a key makes and revokes no keys',
  '/studio/settings/webhooks?create': 'createWebhook',
  '/studio/settings/webhooks/[id]?pause': 'pauseWebhook',
  '/studio/settings/webhooks/[id]?resume': 'resumeWebhook',
  '/studio/settings/webhooks/[id]?enable': 'enableWebhook',
  '/studio/settings/webhooks/[id]?test': 'testWebhook',
  '/studio/settings/webhooks/[id]?replay': 'replayWebhookDelivery',
  '/studio/settings/webhooks/[id]?replayAll': 'replayFailedWebhookDeliveries',
  '/studio/settings/webhooks/[id]?change': 'changeWebhook',
  '/studio/settings/webhooks/[id]?secret': 'getWebhookSecret',
  '/studio/settings/webhooks/[id]?rotate': 'rotateWebhookSecret',
  '/studio/settings/webhooks/[id]?remove': 'deleteWebhook',
  '/studio/settings/webhooks/[id]/[delivery]?replay': 'replayWebhookDelivery',
  '/studio/settings/stores?create': 'createStore',
  '/studio/settings/stores/[id]?change': 'changeStore',
  '/studio/settings/stores/[id]?disable': 'disableStore',
  '/studio/settings?shop': 'changeSettings',
  '/studio/settings?brand': 'changeBrand',
  '/studio/settings?addHost': 'addHost',
  '/studio/settings?removeHost': 'removeHost',
  '/studio/settings?mainHost': 'setMainHost',
  '/studio/settings?resend': 'resendMail',
  '/studio/settings?another': 'no operation: a key works at one shop, and this opens another',
  '/studio/settings/stores/[id]?secret': 'setStoreSecret',
  '/studio/orders/[id]?pay': 'markOrderPaid',
  '/studio/orders/[id]?fulfil': 'sendOrder',
  '/studio/orders/[id]?refund': 'refundOrder',
  '/studio/orders/[id]?cancel': 'cancelOrder',
  '/studio/orders/[id]?cancelPieces': 'cancelPieces',
  '/studio/orders/[id]?note': 'addOrderNote',
  '/studio/feeds?create': 'createFeed',
  '/studio/feeds/[id]?save': 'changeFeed',
  '/studio/feeds/[id]?check': 'listFeedChanges',
  '/studio/feeds/[id]?disable': 'disableFeed',
  '/studio/feeds/[id]?remove': 'removeFeed',
  '/studio/coupons?create': 'createCoupon',
  '/studio/coupons?enable': 'startCoupon',
  '/studio/posts/[id]?save': 'replacePost',
  '/studio/posts/[id]?pictures': 'uploadPicture',
  '/studio/posts/[id]?focus': 'setFocus',
  '/studio/posts/[id]?publish': 'publishPost',
  '/studio/posts/[id]?schedule': 'schedulePost',
  '/studio/posts/[id]?unschedule': 'unschedulePost',
  '/studio/posts/[id]?remove': 'removePost',
  '/studio/posts/[id]?restore': 'restorePost',
  '/studio/campaigns?create': 'createCampaign',
  '/studio/campaigns?change': 'changeCampaign',
  '/studio/campaigns?archive': 'archiveCampaign'
}

type Stated = { operationId?: string; 'x-permission'?: string }
const document = documentOf(api)
const operations = Object.values(document.paths ?? {}).flatMap(
  (path) => Object.values(path as object) as Stated[]
)

test('whatever a form of the studio or the square does, an operation does too, for whoever may send the form', () => {
  const actions = Object.entries(access).flatMap(([page, rule]) =>
    Object.entries(rule.actions ?? {}).map(
      ([action, permission]) => [`${page}?${action}`, permission] as const
    )
  )
  const permissionOf = (id: string | undefined) =>
    operations.find(({ operationId }) => operationId === id)?.['x-permission']
  const stated = actions.map(([action, permission]) => {
    const operation = OPERATIONS[action]
    return [action, operation?.startsWith('no operation: ') ? permission : permissionOf(operation)]
  })
  // A picture of a product is put up by whoever may write posts, as the studio's own uploads are.
  const asked = actions.map(([action, permission]) => [
    action,
    OPERATIONS[action] === 'uploadPicture' ? 'posts.write' : permission
  ])
  expect(stated).toEqual(asked)
  expect(Object.keys(OPERATIONS).sort()).toEqual(actions.map(([action]) => action).sort())
})
