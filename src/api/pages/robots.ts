import { LOCALES, type Shop } from '#domain/shops/index.ts'

/** Nobody's business but the shopper's or the shop's; and addresses that only lead on or repeat what is elsewhere. */
const CLOSED = [
  ...['/studio', '/setup', '/me', '/mailbox', '/orders', '/invite', '/join', '/refused', '/gone'],
  ...['/cart', '/checkout', '/buy', '/l/', '/search', '/sign-', '/forgot', '/reset', '/api/', '/*?*tclid=']
]

// Programs that read to train models and lead nobody here; their makers say how to keep each out.
const TRAINERS = [
  ...['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended', 'Applebot-Extended', 'meta-externalagent'],
  ...['Bytespider', 'Amazonbot', 'cohere-training-data-crawler']
]

/** What a crawler may read: everything everyone may, and where the list of it is. */
export function robotsText({ settings }: Pick<Shop, 'settings'>, origin: string): string {
  const groups = [
    ['User-agent: *', ...closedPaths().map((path) => `Disallow: ${path}`)],
    ...(settings.keepTrainersOut === true
      ? [[...TRAINERS.map((name) => `User-agent: ${name}`), 'Disallow: /']]
      : [])
  ]
  return [...groups.map((group) => group.join('\n')), `Sitemap: ${origin}/sitemap.xml`, ''].join('\n\n')
}

const closedPaths = (): string[] =>
  CLOSED.flatMap((path) =>
    path.startsWith('/*') ? [path] : [path, ...LOCALES.map((locale) => `/${locale}${path}`)]
  )
