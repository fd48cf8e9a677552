import * as m from '#messages'
import type { Place } from './places.ts'

/** The rooms of the studio, in two groups: what we say and what came of it; what we sell and to whom. */
export const studioPlaces: readonly (readonly Place[])[] = [
  [
    { path: '/studio/results', icon: 'chart', label: m.studio_results },
    { path: '/studio/compose', icon: 'edit', label: m.studio_compose },
    { path: '/studio/posts', icon: 'picture', label: m.studio_posts },
    { path: '/studio/campaigns', icon: 'megaphone', label: m.studio_campaigns },
    { path: '/studio/links', icon: 'link', label: m.studio_links },
    { path: '/studio/feeds', icon: 'globe', label: m.studio_feeds },
    { path: '/studio/coupons', icon: 'ticket', label: m.studio_coupons }
  ],
  [
    { path: '/studio/products', icon: 'tag', label: m.studio_products },
    { path: '/studio/orders', icon: 'box', label: m.studio_orders },
    { path: '/studio/people', icon: 'users', label: m.studio_people },
    { path: '/studio/settings', icon: 'gear', label: m.studio_settings }
  ]
]
