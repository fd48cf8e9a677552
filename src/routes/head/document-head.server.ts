import displayFont from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2'
import textFont from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2'
import { LOCALES, pathIn, splitLocale } from '#domain/shops/locales.ts'
import { brandRule } from '#ui/brand.ts'
import { escaped } from '#platform/xml.ts'
import mark from '#ui/pictures/mark.svg?no-inline'
import { writeAbout } from './write-about.server.ts'

const FIXED = [
  `<link rel="icon" href="${mark}" type="image/svg+xml">`,
  ...[displayFont, textFont].map(
    (font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`
  ),
  '<meta name="theme-color" content="#fffefa" media="(prefers-color-scheme: light)">',
  '<meta name="theme-color" content="#1a2230" media="(prefers-color-scheme: dark)">'
].join('\n    ')

/**
 * What the head of every document holds besides its page's own: icon, fonts, the shop's colours, this page's address
 * in each language, and what it says of itself. It is written on the server only, so that no browser loads code for it.
 */
export function documentHead({ url, locals }: { url: URL; locals: App.Locals }): string {
  const { shop, locale, about } = locals
  if (!shop) return FIXED
  const path = about?.card.path ?? splitLocale(url.pathname).path
  const link = (attributes: string, language: string) =>
    `<link ${attributes} href="${escaped(url.origin + pathIn(language, shop, path))}">`
  const colours = brandRule(shop.brand)
  return [
    FIXED,
    link('rel="canonical"', locale),
    ...LOCALES.map((language) => link(`rel="alternate" hreflang="${language}"`, language)),
    link('rel="alternate" hreflang="x-default"', shop.locale),
    ...(colours ? [`<style>${colours}</style>`] : []),
    ...(about ? writeAbout(about, { origin: url.origin, locale, shop }) : [])
  ].join('\n    ')
}
