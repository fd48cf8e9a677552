import { html } from 'hono/html'
import { clientOf, curlOf } from './examples.ts'
import { bodyOf, type Operation, type Parameter, type Shown } from './model.ts'
import { showFields, typeOf } from './show-schema.ts'

/** One operation: who may, what it takes, what it answers, how it refuses, how it is asked, and a form to try it. */
export function showOperation(shown: Shown, origin: string) {
  const { method, path, operation } = shown
  const permission = operation['x-permission']
  const body = bodyOf(operation)
  return html`<article id="${operation.operationId}">
    <h2><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h2>
    <p class="lead">${operation.summary ?? ''}</p>
    ${operation.description ? html`<p>${operation.description}</p>` : ''}
    <p class="needs">
      ${permission === 'public' ? 'Open to everyone, also without a key.' : html`Needs the scope <code>${permission}</code>.`}
    </p>
    ${showParameters(operation.parameters ?? [])}
    ${
      body
        ? html`<h3>Body</h3>
            <p><code>${body.type}</code></p>
            ${body.schema ? showBody(body.schema) : ''}`
        : ''
    }
    <h3>Answers</h3>
    ${showAnswers(operation)}
    <h3>With curl</h3>
    <pre tabindex="0"><code>${curlOf(shown, origin)}</code></pre>
    <h3>With the client</h3>
    <pre tabindex="0"><code>${clientOf(shown)}</code></pre>
    ${showTry(shown)}
  </article>`
}

type Body = Parameters<typeof showFields>[0]
const showBody = (schema: Body) => (schema.$ref ? html`<p>${typeOf(schema)}</p>` : showFields(schema))

function showParameters(parameters: readonly Parameter[]) {
  if (parameters.length === 0) return ''
  return html`<h3>Parameters</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Where</th>
            <th scope="col">Is</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          ${parameters.map(
            (one) =>
              html`<tr>
                <th scope="row">
                  <code>${one.name}</code>${one.required ? '' : html` <small>may be left out</small>`}
                </th>
                <td>${one.in}</td>
                <td>${typeOf(one.schema ?? {})}</td>
                <td>${one.description ?? one.schema?.description ?? ''}</td>
              </tr>`
          )}
        </tbody>
      </table>
    </div>`
}

function showAnswers({ responses }: Operation) {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">When</th>
          <th scope="col">Body</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(responses).map(([status, { description, content }]) => {
          const [type, media] = Object.entries(content ?? {})[0] ?? []
          return html`<tr>
            <th scope="row">${status}</th>
            <td>${codes(description)}</td>
            <td>${media?.schema ? typeOf(media.schema) : (type ?? 'none')}</td>
          </tr>`
        })}
      </tbody>
    </table>
  </div>`
}

/** Text with its \`codes\` set as such. */
const codes = (text: string) =>
  text.split('`').map((part, i) => (i % 2 ? html`<code>${part}</code>` : html`${part}`))

/** Only a script can send it; without one everything above is there all the same. */
function showTry({ method, path, operation }: Shown) {
  const fields = (operation.parameters ?? []).filter((one) => one.in !== 'header')
  const body = bodyOf(operation)
  const isJson = body?.type === 'application/json'
  if (body && !isJson) return ''
  const id = operation.operationId
  return html`<details class="try" hidden>
    <summary>Try it</summary>
    <form data-method="${method}" data-path="${path}">
      ${fields.map(
        (one) =>
          html`<label
            >${one.name}${one.required ? '' : ' (may be left out)'}
            <input name="${one.in}:${one.name}" autocomplete="off" spellcheck="false"
          /></label>`
      )}
      ${isJson ? html`<label>Body<textarea name="body" rows="8" spellcheck="false">${JSON.stringify(body.example ?? {}, null, 2)}</textarea></label>` : ''}
      <button>Send ${method}</button>
      <p class="said" role="status" aria-label="Reply to ${id}"></p>
      <pre tabindex="0" hidden></pre>
    </form>
  </details>`
}
