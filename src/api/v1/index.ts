import { openApp } from '../app.ts'
import { campaigns } from './campaigns.ts'
import { imports } from './imports.ts'
import { interactions } from './interactions.ts'
import { links } from './links.ts'
import { live } from './live.ts'
import { pictures } from './pictures.ts'
import { posts } from './posts.ts'
import { products } from './products.ts'
import { results } from './results.ts'
import { webhooks } from './webhooks.ts'

/** The API's first version: one resource per file, described by itself at /api/v1/openapi.json. */
export const v1 = openApp()
v1.route('/campaigns', campaigns)
v1.route('/imports', imports)
v1.route('/interactions', interactions)
v1.route('/links', links)
v1.route('/live', live)
v1.route('/pictures', pictures)
v1.route('/posts', posts)
v1.route('/products', products)
v1.route('/results', results)
v1.route('/webhooks', webhooks)
