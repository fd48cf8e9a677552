import { html } from './html.ts'

/** What a letter is made of, in order. Every text is plain: it is escaped here and nowhere else. */
export type LetterPart =
  | { kind: 'text'; text: string }
  | { kind: 'small'; text: string }
  | { kind: 'button'; label: string; url: string }
  | { kind: 'rows'; rows: readonly { label: string; value: string; strong?: boolean }[] }

export type LetterText = { subject: string; text: string; html: string }

/** Sets a letter in the market's look, and once more in plain text. `shopName` is the sign over it. */
export function composeLetter(
  locale: string,
  shopName: string,
  letter: { subject: string; heading: string; parts: readonly LetterPart[]; foot: string }
): LetterText {
  const body = letter.parts.map(partHtml).join('')
  const text = [letter.heading, ...letter.parts.map(partText), `-- \n${letter.foot}`].join('\n\n') + '\n'
  return {
    subject: letter.subject.replace(/\s+/g, ' ').trim(),
    text,
    html: page(locale, shopName, html`<h1 style="${H1}">${letter.heading}</h1>`, body, letter.foot)
  }
}

const INK = '#1b2440'
const ORANGE = '#f26f21'
const FONT = "font-family:'Hanken Grotesk',Verdana,'Segoe UI',sans-serif"
const H1 = `margin:0 0 16px;font-size:24px;line-height:1.2;font-weight:800;color:${INK}`
const P = 'margin:0 0 16px'
const BUTTON = `display:inline-block;padding:14px 22px;border-radius:10px;background:${ORANGE};color:${INK};font-weight:700;text-decoration:none`
const AWNING = `height:26px;border-radius:0 0 13px 13px;background:${ORANGE} repeating-linear-gradient(90deg,${ORANGE} 0 26px,#fffdf8 26px 52px)`
const SMALL = 'margin:0 0 12px;font-size:14px;color:#5a617a'
const ROW =
  'display:flex;justify-content:space-between;gap:16px;padding:8px 0;border-bottom:1px solid #e6e1d8'

function partHtml(part: LetterPart): string {
  if (part.kind === 'text') return html`<p style="${P};white-space:pre-line">${part.text}</p>`
  if (part.kind === 'small') return html`<p style="${SMALL};white-space:pre-line">${part.text}</p>`
  if (part.kind === 'button') {
    return html`<p style="margin:24px 0"><a href="${part.url}" style="${BUTTON}">${part.label}</a></p>
      <p style="${SMALL};word-break:break-all">${part.url}</p>`
  }
  const rows = part.rows.map(
    (row) =>
      html`<div style="${ROW}${row.strong ? ';font-weight:700' : ''}">
        <span>${row.label}&#32;</span><span style="white-space:nowrap">${row.value}</span>
      </div>`
  )
  return `<div style="margin:0 0 20px;border-top:2px solid ${INK}">${rows.join('')}</div>`
}

function partText(part: LetterPart): string {
  if (part.kind === 'button') return `${part.label}:\n${part.url}`
  if (part.kind === 'rows') return part.rows.map((row) => `${row.label}: ${row.value}`).join('\n')
  return part.text
}

function page(locale: string, shopName: string, heading: string, body: string, foot: string): string {
  return (
    html`<!doctype html>
      <html lang="${locale}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <meta name="color-scheme" content="light" />
        </head>
        <body
          style="margin:0;padding:24px 12px;background:#f4f1ea;color:${INK};font-size:16px;line-height:1.55;${FONT}"
        >
          <div style="max-width:560px;margin:0 auto">
            <div style="${AWNING}" role="presentation"></div>
            <p style="margin:20px 4px 12px;font-size:18px;font-weight:800">${shopName}</p>
            <div style="padding:28px;border-radius:16px;background:#fffdf8"></div>
          </div>
        </body>
      </html>` +
    heading +
    body +
    html`</div><p style="margin:16px 4px;font-size:13px;color:#5a617a">${foot}</p></div></body></html>`
  )
}
