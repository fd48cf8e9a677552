import { html } from 'hono/html'
import { operationsOf, type Document } from './model.ts'

type Html = ReturnType<typeof html>
export type Page = { title: string; here: string; document: Document; main: Html | Html[] }

/** The frame of every page of the documentation: a sign, the way around, and what the page says. */
export function showPage({ title, here, document, main }: Page): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Torilla API</title>
        <link rel="stylesheet" href="/api/v1/docs/style.css" />
        <script src="/api/v1/docs/try.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">To the text</a>
        <header>
          <a href="/api/v1/docs">Torilla API</a> <span class="chip">v1</span>
          <label class="key" hidden
            >Key <input id="key" type="password" autocomplete="off" spellcheck="false" placeholder="tor_…"
          /></label>
        </header>
        <div class="page">
          <nav aria-label="Documentation">
            <details open>
              <summary>Contents</summary>
              ${showContents(document, here)}
            </details>
          </nav>
          <main id="main">${main}</main>
        </div>
      </body>
    </html>`
}

function showContents(document: Document, here: string) {
  const entry = (path: string, words: string) =>
    html`<li>
      <a href="/api/v1/docs${path}" ${path === here ? html` aria-current="page"` : ''}>${words}</a>
    </li>`
  const tags = (document.tags ?? []).map(({ name }) => name)
  return html`<ul>
    ${entry('', 'Guide')}${tags.map((tag) => entry(`/${tag}`, tag))}${entry('/schemas', 'schemas')}
    <li><a href="/api/v1/openapi.json">openapi.json</a></li>
  </ul>`
}

/** The operations of a tag, by name, above their full text. */
export function showList(document: Document, tag: string): Html {
  const own = operationsOf(document).filter(({ operation }) => operation.tags?.includes(tag))
  return html`<ul class="ops">
    ${own.map(
      ({ method, path, operation }) =>
        html`<li>
          <a href="/api/v1/docs/${tag}#${operation.operationId}"
            ><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></a
          >
          <span>${operation.summary ?? ''}</span>
        </li>`
    )}
  </ul>`
}
