import { backup } from './backup.ts'
import { api } from './api.ts'
import { checkout } from './checkout.ts'
import { demo } from './demo.ts'
import { feed } from './feed.ts'
import type { Figures } from './figures.ts'
import { imports } from './imports.ts'
import { intake } from './intake.ts'
import { memory } from './memory.ts'
import { pages } from './pages.ts'
import { productFeed } from './product-feed.ts'
import { rush } from './rush.ts'
import { start } from './start.ts'
import { webhooks } from './webhooks.ts'

/** Every benchmark by its name, in the order of the README's table. */
export const benchmarks: Record<string, () => Promise<Figures>> = {
  feed,
  intake,
  api,
  checkout,
  rush,
  imports,
  backup,
  productFeed,
  webhooks,
  start,
  demo,
  memory,
  pages
}
