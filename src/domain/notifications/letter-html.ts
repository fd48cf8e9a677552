import type { LetterPart } from './compose-letter.ts'
import { markup, type Markup } from '#platform/markup.ts'

// Mail programs keep only inline styles, and few modern ones; colours are tokens.css's light scheme in hex.
const INK = '#1b2440'
const QUIET = '#5a617a'
const ORANGE = '#f26f21'
const PAPER = '#fffdf8'

const BODY = `margin:0;padding:24px 12px;background:#f4f1ea;color:${INK};font:16px/1.55 'Hanken Grotesk',Verdana,'Segoe UI',sans-serif`
const AWNING = `height:26px;border-radius:6px 6px 13px 13px;background:${ORANGE} repeating-linear-gradient(90deg,${ORANGE} 0 26px,${PAPER} 26px 52px)`
const SIGN = 'margin:20px 4px 12px;font-size:18px;font-weight:800'
const SHEET = `padding:28px;border-radius:16px;background:${PAPER}`
const H1 = 'margin:0 0 16px;font-size:24px;line-height:1.2;font-weight:800'
const TEXT = 'margin:0 0 16px;white-space:pre-line'
const SMALL = `margin:0 0 12px;font-size:14px;color:${QUIET};white-space:pre-line`
const ADDRESS = `margin:0;font-size:13px;color:${QUIET};word-break:break-all`
const BUTTON = `display:inline-block;padding:14px 22px;border-radius:10px;background:${ORANGE};color:${INK};font-weight:700;text-decoration:none`
const ROW =
  'display:flex;justify-content:space-between;gap:16px;padding:8px 0;border-bottom:1px solid #e6e1d8'

export function partMarkup(part: LetterPart): Markup {
  if (part.kind === 'text') return markup`<p style="${TEXT}">${part.text}</p>`
  if (part.kind === 'small') return markup`<p style="${SMALL}">${part.text}</p>`
  if (part.kind === 'button') {
    const button = markup`<p style="margin:24px 0 16px"><a href="${part.url}" style="${BUTTON}">${part.label}</a></p>`
    return markup`${button}<p style="${ADDRESS}">${part.url}</p>`
  }
  const rows = part.rows.map(({ label, value, strong }) => {
    const style = strong ? `${ROW};font-weight:700` : ROW
    return markup`<div style="${style}"><span>${label}&#32;</span><span style="white-space:nowrap">${value}</span></div>`
  })
  return markup`<div style="margin:0 0 20px;border-top:2px solid ${INK}">${rows}</div>`
}

type Letter = { locale: string; shopName: string; heading: string; parts: readonly Markup[]; foot: string }

/** The whole letter: an awning, the shop's sign, a sheet with the words, and why it came. */
export function page({ locale, shopName, heading, parts, foot }: Letter): string {
  const sheet = markup`<div style="${SHEET}"><h1 style="${H1}">${heading}</h1>${parts}</div>`
  const head = markup`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>`
  const stand = markup`<div style="max-width:560px;margin:0 auto"><div style="${AWNING}"></div><p style="${SIGN}">${shopName}</p>${sheet}<p style="margin:16px 4px;font-size:13px;color:${QUIET}">${foot}</p></div>`
  return markup`<!doctype html><html lang="${locale}">${head}<body style="${BODY}">${stand}</body></html>`
    .html
}
