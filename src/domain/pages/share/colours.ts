const INK = '#1c2340'
const HEX = /^#[\da-f]{6}$/i

export type Colours = {
  awning: string
  harbour: string
  ink: string
  soft: string
  paper: string
  stripe: string
}

/** The shop's colours, or the market's own. Letters are always ink on paper, whatever a shop chooses. */
export function coloursOf(brand: Record<string, unknown>): Colours {
  const chosen = (name: string, own: string) =>
    typeof brand[name] === 'string' && HEX.test(brand[name]) ? brand[name] : own
  return {
    awning: chosen('awning', '#f26f21'),
    harbour: chosen('harbour', '#2a76b8'),
    ...{ ink: INK, soft: '#4d5470', paper: '#fffdf8', stripe: '#fffdf8' }
  }
}
