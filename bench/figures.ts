/** What a benchmark answers: figures by name, each with its unit at the end of the name where it has one. */
export type Figures = Record<string, number>

export type Label = {
  text: string
  unit?: string
  /** What issue 2 aims at. */
  atLeast?: number
  atMost?: number
}

/** How each figure is called in the README's table, and what it should be. */
export const labels: Record<string, Record<string, Label>> = {
  feed: {
    outPerSecond: { text: 'Feed page of 24 posts, signed out', unit: 'pages/s', atLeast: 400 },
    outP50Ms: { text: '… median, 16 connections', unit: 'ms' },
    outP99Ms: { text: '… 99th of 100', unit: 'ms' },
    outCpuMs: { text: '… processor time of the server per page', unit: 'ms', atMost: 3 },
    outCpuWithPostgresMs: { text: '… with PostgreSQL', unit: 'ms' },
    outStatements: { text: '… statements per page' },
    inPerSecond: { text: 'Feed page, signed in', unit: 'pages/s' },
    inP50Ms: { text: '… median, 16 connections', unit: 'ms' },
    inP99Ms: { text: '… 99th of 100', unit: 'ms' },
    inCpuMs: { text: '… processor time of the server per page', unit: 'ms' },
    inCpuWithPostgresMs: { text: '… with PostgreSQL', unit: 'ms' },
    inStatements: { text: '… statements per page' }
  },
  intake: {
    interactionsPerSecond: {
      text: 'Interactions taken in over HTTP, acknowledged after commit',
      unit: '/s',
      atLeast: 40_000
    },
    shareOfRaw: { text: '… as a share of the raw indexed insert', atLeast: 0.6 },
    rawRowsPerSecond: { text: '… which does', unit: 'rows/s' },
    p50Ms: { text: '… median, 64 connections with 20 each', unit: 'ms' },
    p99Ms: { text: '… 99th of 100', unit: 'ms' },
    refused: { text: '… refused', atMost: 0 }
  },
  api: {
    perSecond: { text: 'API, a list of twelve products by 100 programs', unit: '/s' },
    p50Ms: { text: '… median, 100 connections', unit: 'ms' },
    p99Ms: { text: '… 99th of 100', unit: 'ms' }
  },
  checkout: {
    ordersPerSecond1: { text: 'Whole checkout, cart to paid order: 1 buyer', unit: 'orders/s' },
    ordersPerSecond8: { text: '… 8 buyers', unit: 'orders/s' },
    ordersPerSecond32: { text: '… 32 buyers', unit: 'orders/s', atLeast: 300 }
  },
  rush: {
    sold: { text: '200 buyers for 50 items, 20 rounds: sold of 1,000', atLeast: 1_000, atMost: 1_000 },
    oversold: { text: '… orders without stock', atMost: 0 },
    lost: { text: '… stock without order', atMost: 0 },
    slowestRoundMs: { text: '… slowest round', unit: 'ms' }
  },
  productFeed: {
    seconds: { text: 'Product feed of 100,000 items, streamed', unit: 's', atMost: 15 },
    aboveIdleMb: { text: '… memory above idle meanwhile', unit: 'MB', atMost: 150 },
    megabytes: { text: '… its size', unit: 'MB' }
  },
  imports: {
    rowsPerSecond: { text: 'Import of 100,000 rows, 25,000 products', unit: 'rows/s' },
    peakMb: { text: '… most memory of the worker', unit: 'MB', atMost: 300 },
    wooPerSecond: {
      text: '… of 100,000 WooCommerce rows, variations far from their parents',
      unit: 'rows/s'
    },
    wooPeakMb: { text: '… most memory of the worker', unit: 'MB', atMost: 300 },
    feedPerSecond: { text: '… of an XML feed of 100,000 products', unit: 'rows/s' },
    feedPeakMb: { text: '… most memory of the worker', unit: 'MB', atMost: 300 }
  },
  backup: {
    fileMb: { text: 'Backup of 800 pictures and 300,000 rows: the file', unit: 'MB' },
    backupMbPerSecond: { text: '… written and read back', unit: 'MB/s' },
    backupAboveIdleMb: { text: '… most memory above a backup of next to nothing', unit: 'MB', atMost: 150 },
    restoreMbPerSecond: { text: '… read, checked and restored, with a new database', unit: 'MB/s' },
    restoreAboveIdleMb: { text: '… most memory above that', unit: 'MB', atMost: 150 }
  },
  webhooks: {
    perSecond: { text: 'Webhooks sent to four receivers on loopback', unit: 'deliveries/s' },
    peakMb: { text: '… most memory of the worker', unit: 'MB' }
  },
  start: {
    readyMs: { text: 'Start to ready, built, existing data', unit: 'ms', atMost: 1_500 },
    emptyMs: { text: '… on an empty folder', unit: 'ms' }
  },
  demo: { openSeconds: { text: 'The demo’s first start, everything seeded', unit: 's', atMost: 40 } },
  memory: {
    serverMb: { text: 'Idle memory of the server', unit: 'MB', atMost: 250 },
    postgresMb: { text: '… of its PostgreSQL', unit: 'MB' }
  },
  pages: {
    feedKb: { text: 'JavaScript of the feed page, compressed', unit: 'KB', atMost: 45 },
    postKb: { text: '… of a post', unit: 'KB' },
    productKb: { text: '… of a product', unit: 'KB' },
    checkoutKb: { text: '… of the checkout', unit: 'KB' },
    resultsKb: { text: '… of the studio’s results', unit: 'KB' }
  }
}

/** Whether a figure is what it should be; undefined where nothing was asked. */
export function reached({ atLeast, atMost }: Label, value: number): boolean | undefined {
  if (atLeast === undefined && atMost === undefined) return undefined
  return value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity)
}
