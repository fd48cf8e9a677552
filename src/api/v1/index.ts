import { openApp } from '../app.ts'
import { campaigns } from './campaigns.ts'
import { carts } from './carts.ts'
import { checkout } from './checkout.ts'
import { collections } from './collections.ts'
import { comments } from './comments.ts'
import { consents } from './consents.ts'
import { contacts } from './contacts.ts'
import { coupons } from './coupons.ts'
import { delivery } from './delivery.ts'
import { feeds } from './feeds.ts'
import { exports } from './exports.ts'
import { handOvers } from './hand-overs.ts'
import { imports } from './imports.ts'
import { interactions } from './interactions.ts'
import { links } from './links.ts'
import { live } from './live.ts'
import { me } from './me.ts'
import { myExport } from './my-export.ts'
import { orders } from './orders.ts'
import { people } from './people.ts'
import { pictures } from './pictures.ts'
import { posts } from './posts.ts'
import { privacy } from './privacy.ts'
import { products } from './products.ts'
import { reactions } from './reactions.ts'
import { retention } from './retention.ts'
import { results } from './results.ts'
import { webhooks } from './webhooks.ts'
import { settings } from './settings.ts'
import { square } from './square.ts'
import { storeOrders } from './store-orders.ts'
import { stock } from './stock.ts'
import { storeGoods } from './store-goods.ts'
import { stores } from './stores.ts'

/** The API's first version: one resource per file, described by itself at /api/v1/openapi.json. */
export const v1 = openApp()
v1.route('/', carts)
v1.route('/', checkout)
v1.route('/', comments)
v1.route('/', delivery)
v1.route('/', handOvers)
v1.route('/', people)
v1.route('/', consents)
v1.route('/', privacy)
v1.route('/', retention)
v1.route('/', reactions)
v1.route('/', settings)
v1.route('/', square)
v1.route('/', stock)
v1.route('/', storeGoods)
v1.route('/campaigns', campaigns)
v1.route('/collections', collections)
v1.route('/contacts', contacts)
v1.route('/coupons', coupons)
v1.route('/feeds', feeds)
v1.route('/exports', exports)
v1.route('/imports', imports)
v1.route('/interactions', interactions)
v1.route('/links', links)
v1.route('/live', live)
v1.route('/me', me)
v1.route('/me', myExport)
v1.route('/orders', orders)
v1.route('/pictures', pictures)
v1.route('/posts', posts)
v1.route('/products', products)
v1.route('/results', results)
v1.route('/stores', storeOrders)
v1.route('/stores', stores)
v1.route('/webhooks', webhooks)
