import type { Context } from '#context'
import { makePaymentProviders } from '#domain/checkout/providers/index.ts'
import { flushDrops } from '#domain/intake/index.ts'
import { listShops, type Shop } from '#domain/shops/index.ts'
import { connect } from '#platform/database/index.ts'
import { FULL, type Scale } from './market/scale.ts'
import { demoSignIns } from './market/sign-ins.ts'
import { seedDemo } from './seed.ts'
import { aloneInDemo, clearDemo, finishDemo } from './state.ts'

const isFinished = ({ settings }: Shop) => Array.isArray(settings.demoSignIns)

/**
 * Opens the demo market in an empty database, or finds it as it was left; one that was left half set up is thrown
 * away first. Refuses, touching nothing, where somebody's own shop is. Answers the sign-ins to print.
 */
export const openDemo = (ctx: Context, databaseUrl: string, scale = FULL): Promise<{ signIns: string }> =>
  aloneInDemo(ctx, async () => {
    const shops = await listShops(ctx)
    if (shops.some((shop) => !shop.isDemo)) throw new Error(NOT_HERE)
    if (!shops.some(isFinished)) await setUp(ctx, databaseUrl, shops[0], scale)
    return { signIns: signInText() }
  })

const NOT_HERE =
  'There is a shop of your own here, and the demo keeps its hands off it. Give the demo a place of its own: ' +
  'another DATA_DIR, or another DATABASE_URL.'

async function setUp(ctx: Context, databaseUrl: string, left: Shop | undefined, scale: Scale): Promise<void> {
  if (left) await clearDemo(ctx, left)
  console.log('Setting up the demo market. It takes about half a minute, this once.')
  const shopId = await inHaste(ctx, databaseUrl, (hasty) => seedDemo(hasty, scale))
  await finishDemo(ctx, shopId, demoSignIns)
}

/**
 * Commits need not wait for the disk while the market is being set up: one that is cut short is thrown away. The
 * commit that says it is finished does wait, and with it everything before is safe.
 */
async function inHaste<T>(ctx: Context, databaseUrl: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { preparedStatements } = ctx.config
  const { db, pool, close } = connect(databaseUrl, { max: 12, prepare: preparedStatements })
  pool.on('connect', (client) => void client.query('set synchronous_commit = off'))
  const payments = makePaymentProviders({ demo: true }, { db, clock: ctx.clock })
  const hasty = { ...ctx, db, payments }
  try {
    return await work(hasty)
  } finally {
    await flushDrops(hasty)
    await close()
  }
}

/** One line for each, in columns. */
function signInText(): string {
  const people = demoSignIns.map(({ name, role, email }) => ({ label: `${name}, ${role}`, email }))
  const wide = Math.max(...people.map(({ label }) => label.length))
  const lines = people.map(({ label, email }) => `  ${label.padEnd(wide)}  ${email}`)
  return ['Look around, or sign in as', ...lines, `all with the password ${demoSignIns[0]!.password}`].join(
    '\n'
  )
}
