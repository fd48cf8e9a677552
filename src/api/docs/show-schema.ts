import { html } from 'hono/html'
import type { Schema } from './model.ts'

type Html = ReturnType<typeof html>

const nameOf = ({ $ref = '' }: Schema): string => $ref.split('/').at(-1) ?? ''

/** A schema in a few words: text, a list of Tag, Picture or null. */
export function typeOf(schema: Schema): Html | string {
  if (schema.$ref) return html`<a href="/api/v1/docs/schemas#${nameOf(schema)}">${nameOf(schema)}</a>`
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (several) return several.map((one, i) => html`${i ? ' or ' : ''}${typeOf(one)}`) as unknown as Html
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' · ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const types = [schema.type ?? 'any'].flat()
  if (types.includes('array')) return html`list of ${typeOf(schema.items ?? {})}`
  if (types.includes('object') && typeof schema.additionalProperties === 'object') {
    return html`object of ${typeOf(schema.additionalProperties)}`
  }
  return types.join(' or ') + (schema.format ? ` (${schema.format})` : '')
}

/** The fields of a schema as a table; what is inside a field follows it. */
export function showFields(schema: Schema, prefix = ''): Html | string {
  const rows = rowsOf(schema, prefix)
  if (rows.length === 0) return html`<p>${typeOf(schema)}</p>`
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Is</th>
          <th scope="col">Means</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`
}

function rowsOf(schema: Schema, prefix: string): Html[] {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inside = insideOf(field)
    return [
      html`<tr>
        <th scope="row">
          <code>${prefix}${name}</code>${required.has(name) ? '' : html` <small>may be left out</small>`}
        </th>
        <td>${typeOf(field)}</td>
        <td>${field.description ?? ''}</td>
      </tr>`,
      ...(inside ? rowsOf(inside.schema, `${prefix}${name}${inside.mark}.`) : [])
    ]
  })
}

/** The fields within a field, of an object or of each thing in a list; a named schema stands on its own page. */
function insideOf(field: Schema): { schema: Schema; mark: string } | undefined {
  if (field.properties) return { schema: field, mark: '' }
  return field.items?.properties ? { schema: field.items, mark: '[]' } : undefined
}
