import type { Context } from '#context'
import type { Role } from '#domain/accounts/index.ts'

export type Shop = {
  id: number
  name: string
  currency: string
  country: string
  locale: string
  timezone: string
  contactEmail: string | null
  about: string
  brand: Record<string, unknown>
  settings: Record<string, unknown>
  isDemo: boolean
}

const select = (ctx: Pick<Context, 'db'>) =>
  ctx.db
    .selectFrom('shops')
    .select([
      'shops.shop_id as id',
      'name',
      'currency',
      'country',
      'locale',
      'timezone',
      'contact_email as contactEmail',
      'about',
      'brand',
      'settings',
      'is_demo as isDemo'
    ])

/** The shop that answers on this host name (lower case, without a port). */
export async function findShopByHost(ctx: Pick<Context, 'db'>, host: string): Promise<Shop | undefined> {
  const row = await select(ctx)
    .innerJoin('shop_hosts', 'shop_hosts.shop_id', 'shops.shop_id')
    .where('shop_hosts.host', '=', host)
    .executeTakeFirst()
  return row as Shop | undefined
}

export async function getShop(ctx: Pick<Context, 'db'>, shopId: number): Promise<Shop> {
  return (await select(ctx).where('shops.shop_id', '=', shopId).executeTakeFirstOrThrow()) as Shop
}

/** Every shop of this installation, oldest first. */
export async function listShops(ctx: Pick<Context, 'db'>): Promise<Shop[]> {
  return (await select(ctx).orderBy('shops.shop_id').execute()) as Shop[]
}

export type ShopHost = { host: string; isPrimary: boolean }

/** The host names that lead to a shop, the main one first. */
export async function listHosts(ctx: Pick<Context, 'db'>, shopId: number): Promise<ShopHost[]> {
  return ctx.db
    .selectFrom('shop_hosts')
    .select(['host', 'is_primary as isPrimary'])
    .where('shop_id', '=', shopId)
    .orderBy('is_primary', 'desc')
    .orderBy('host')
    .execute()
}

/** Whether any shop has been opened on this installation. */
export async function hasShops(ctx: Pick<Context, 'db'>): Promise<boolean> {
  return (await ctx.db.selectFrom('shops').select('shop_id').limit(1).executeTakeFirst()) !== undefined
}

export type DemoSignIn = { name: string; role: Role; email: string; password: string }

/** The sign-ins that a demo shop shows to everyone; none anywhere else, whatever the settings say. */
export function demoSignInsOf({ isDemo, settings }: Pick<Shop, 'isDemo' | 'settings'>): DemoSignIn[] {
  const given = isDemo && Array.isArray(settings.demoSignIns) ? (settings.demoSignIns as DemoSignIn[]) : []
  return given.filter(({ name, role, email, password }) => name && role && email && password)
}
