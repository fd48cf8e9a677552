import * as m from '#messages'

type Look = { name: () => string; colour: string }

const tone = (hue: number, chroma = 0.14) =>
  `light-dark(oklch(0.54 ${chroma} ${hue}), oklch(0.71 ${chroma - 0.02} ${hue}))`

/** How each network is called and drawn. Colours differ in hue from their neighbours; names always stand beside them. */
const LOOKS: Record<string, Look> = {
  square: { name: m.network_square, colour: 'var(--awning)' },
  bluesky: { name: m.network_bluesky, colour: 'var(--harbour-fill)' },
  mastodon: { name: m.network_mastodon, colour: tone(300) },
  instagram: { name: m.network_instagram, colour: tone(5) },
  facebook: { name: m.network_facebook, colour: tone(265) },
  threads: { name: m.network_threads, colour: tone(340) },
  tiktok: { name: m.network_tiktok, colour: tone(195, 0.09) },
  youtube: { name: m.network_youtube, colour: tone(25) },
  pinterest: { name: m.network_pinterest, colour: tone(15) },
  google: { name: m.network_google, colour: tone(230, 0.12) },
  x: { name: m.network_x, colour: tone(264, 0.05) },
  whatsapp: { name: m.network_whatsapp, colour: tone(150, 0.11) },
  email: { name: m.network_email, colour: tone(85, 0.11) },
  blog: { name: m.network_blog, colour: tone(120, 0.1) },
  print: { name: m.network_print, colour: tone(60, 0.09) },
  other: { name: m.network_other, colour: 'var(--edge)' }
}

const lookOf = (network: string): Look => LOOKS[network] ?? LOOKS['other']!

/** A network's name as its users know it; one we do not know is called elsewhere. */
export const networkName = (network: string): string => lookOf(network).name()

/** The colour that stands for a network in charts. */
export const networkColour = (network: string): string => lookOf(network).colour
