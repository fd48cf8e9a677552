/** Lightness 0…1, chroma, hue in degrees: a colour in oklch. */
export type Lch = readonly [lightness: number, chroma: number, hue: number]

type Rgb = readonly [number, number, number]

const rad = (degrees: number): number => (degrees * Math.PI) / 180
const clamp = (v: number): number => Math.min(1, Math.max(0, v))
const digits = (v: number, n: number): number => Number(v.toFixed(n))

/** Linear sRGB, by Björn Ottosson's matrices (https://bottosson.github.io/posts/oklab/), clipped to the gamut. */
function linearRgb([L, C, H]: Lch): Rgb {
  const [a, b] = [C * Math.cos(rad(H)), C * Math.sin(rad(H))]
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  ]
}

function fromLinearRgb([r, g, b]: Rgb): Lch {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const hue = (Math.atan2(B, A) * 180) / Math.PI
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(A, B), (hue + 360) % 360]
}

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)

const HEX = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i
const OKLCH = /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)(?:deg)?\s*(?:\/\s*[\d.]+%?\s*)?\)$/i

/** Reads `#rrggbb` or `oklch(L C H)`; undefined when it is neither. */
export function parseColour(text: string): Lch | undefined {
  const hex = HEX.exec(text.trim())
  if (hex) {
    const [r, g, b] = hex.slice(1).map((pair) => toLinear(parseInt(pair, 16) / 255)) as [
      number,
      number,
      number
    ]
    const [L, C, H] = fromLinearRgb([r, g, b])
    return [digits(L, 4), digits(C, 4), digits(H, 2)] // as it will be written: nothing is lost to rounding later
  }
  const parts = OKLCH.exec(text.trim())
  if (!parts) return undefined
  const lightness = Number(parts[1]) / (parts[2] ? 100 : 1)
  const lch = [digits(lightness, 4), digits(Number(parts[3]), 4), digits(Number(parts[4]), 2)] as const
  return lch.every(Number.isFinite) && lightness <= 1 ? lch : undefined
}

/** The colour as CSS writes it. */
export const writeColour = ([L, C, H]: Lch): string =>
  `oklch(${digits(L, 4)} ${digits(C, 4)} ${digits(H, 2)})`

function luminance(colour: Lch): number {
  const [r, g, b] = linearRgb(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast ratio of WCAG 2, 1…21, whichever of the two is the text. */
export function contrast(one: Lch, other: Lch): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The same hue, moved lighter or darker just until it reaches `least` on every ground. */
export function fit(colour: Lch, grounds: readonly Lch[], least: number, towards: 'lighter' | 'darker'): Lch {
  const [L, C, H] = colour
  const step = towards === 'lighter' ? 0.01 : -0.01
  for (let i = 0; i <= 100; i++) {
    const tried: Lch = [clamp(digits(L + i * step, 4)), C, H]
    if (grounds.every((ground) => contrast(tried, ground) >= least)) return tried
  }
  return towards === 'lighter' ? [1, 0, 0] : [0, 0, 0]
}
