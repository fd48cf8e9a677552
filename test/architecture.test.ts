import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { access } from '../src/routes/access.ts'

const root = join(import.meta.dirname, '..')

/** Files longer than the house allows, each with its reason. */
const LONG: Record<string, string> = {
  'src/platform/database/schema.ts': 'generated from the migrations'
}

type Source = { path: string; text: string; lines: number; imports: string[] }

function walk(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (path === 'src/messages') return []
    return entry.isDirectory() ? walk(path) : [path]
  })
}

const importMap = Object.entries(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> })
    .imports
)

/** Where an import leads inside the project; undefined for packages. */
function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier))
  for (const [key, value] of importMap) {
    if (specifier === key) return normalize(value)
    const prefix = key.slice(0, -1)
    if (key.endsWith('*') && specifier.startsWith(prefix)) {
      return normalize(value.slice(0, -1) + specifier.slice(prefix.length))
    }
  }
  return undefined
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:[\s\S]*?from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = [...text.matchAll(IMPORT)].map((m) => m[1] ?? m[2] ?? '').filter(Boolean)
  return { path, text, lines: text.split('\n').length - 1, imports }
}

const sources = walk('src')
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map(read)
const product = sources.filter(({ path }) => !/(\.test|\/testing)\.ts$/.test(path))

const LAYERS = ['platform', 'domain', 'networks', 'demo', 'api', 'routes', 'worker', 'cli', 'ui'] as const
const layerOf = (path: string) => LAYERS.find((layer) => path.startsWith(`src/${layer}/`))

/** What each layer may import besides itself. Types from the context are everybody's. */
const MAY: Record<string, readonly string[]> = {
  platform: [],
  networks: ['platform'],
  domain: ['platform'],
  ui: ['platform', 'domain'],
  demo: ['domain', 'platform'],
  api: ['domain', 'platform'],
  worker: ['domain', 'platform', 'demo'],
  cli: ['domain', 'platform', 'demo'],
  routes: ['domain', 'platform', 'ui']
}

const nounOf = (path: string) => /^src\/domain\/([a-z-]+)\//.exec(path)?.[1]

describe('layers', () => {
  test('imports go downwards only, never sideways between surfaces', () => {
    const wrong: string[] = []
    for (const { path, imports } of product) {
      const from = layerOf(path)
      if (!from) continue
      for (const specifier of imports) {
        const to = target(path, specifier)
        const layer = to && layerOf(to)
        if (layer && layer !== from && !MAY[from]?.includes(layer)) wrong.push(`${path} imports ${specifier}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('a noun is imported only through its index', () => {
    const wrong: string[] = []
    for (const { path, imports } of product) {
      for (const specifier of imports) {
        const to = target(path, specifier)
        const noun = to && nounOf(to)
        if (!noun || noun === nounOf(path)) continue
        if (
          !/^src\/domain\/[a-z-]+\/(index|schema|locales|actor|permissions|measures|models|networks|payment-provider|providers\/index)\.ts$/.test(
            to!
          )
        ) {
          wrong.push(`${path} imports ${specifier}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  test('what a browser loads takes only types from a noun’s index, so that no server code travels with it', () => {
    const taken = /import (?!type\b)\{([^}]*)\} from '#domain\/[a-z-]+\/index\.ts'/g
    const wrong = product
      .filter(({ path }) => path.endsWith('.svelte') || /^src\/ui\/|\.svelte\.ts$/.test(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(taken)]
          .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
          .filter((name) => name && !name.startsWith('type '))
          .map((name) => `${path} imports ${name}`)
      )
    expect(wrong).toEqual([])
  })

  test('the ledger imports no noun', () => {
    const wrong = product
      .filter(({ path }) => path.startsWith('src/domain/ledger/'))
      .flatMap(({ path, imports }) =>
        imports.map((i) => target(path, i)).filter((to) => to && ![undefined, 'ledger'].includes(nounOf(to)))
      )
    expect(wrong).toEqual([])
  })

  test('no cycle between nouns', () => {
    const edges = new Map<string, Set<string>>()
    for (const { path, text } of product) {
      const from = nounOf(path)
      if (!from) continue
      for (const specifier of valueImports(text)) {
        const to = target(path, specifier)
        const noun = to && nounOf(to)
        if (noun && noun !== from) edges.set(from, (edges.get(from) ?? new Set()).add(noun))
      }
    }
    expect(findCycle(edges)).toEqual([])
  })
})

/** Imports that remain after types are stripped. */
function valueImports(text: string): string[] {
  return [...text.matchAll(/(?:^|\n)(?:import|export)\s+(?!type\b)([\s\S]*?)from\s*['"]([^'"]+)['"]/g)]
    .filter((m) => !onlyTypes(m[1] ?? ''))
    .map((m) => m[2] ?? '')
}

const onlyTypes = (clause: string) => {
  const names = /\{([\s\S]*)\}/
    .exec(clause)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return Boolean(names?.length && names.every((name) => name.startsWith('type ')))
}

function findCycle(edges: Map<string, Set<string>>): string[] {
  const done = new Set<string>()
  const visit = (noun: string, trail: string[]): string[] => {
    if (trail.includes(noun)) return [...trail.slice(trail.indexOf(noun)), noun]
    if (done.has(noun)) return []
    for (const next of edges.get(noun) ?? []) {
      const cycle = visit(next, [...trail, noun])
      if (cycle.length) return cycle
    }
    done.add(noun)
    return []
  }
  for (const noun of edges.keys()) {
    const cycle = visit(noun, [])
    if (cycle.length) return cycle
  }
  return []
}

describe('habits', () => {
  const only = (pattern: RegExp, allowed: RegExp) =>
    product.filter(({ path, text }) => !allowed.test(path) && pattern.test(text)).map(({ path }) => path)

  test('the environment is read in the config only', () => {
    expect(
      only(/process\.env\b/, /^src\/(config\.server|build-folder)\.ts$|^src\/platform\/postgres\//)
    ).toEqual([])
  })

  test('fetch is called in the platform and in the browser only', () => {
    expect(
      only(
        /(?<![.\w])fetch\(/,
        /^src\/platform\/|^src\/ui\/|\.svelte(\.ts)?$|\/send-post\.ts$|^src\/api\/docs\/script\.ts$/
      )
    ).toEqual([])
  })

  test('time and ids come from the context in the domain', () => {
    const domain = product.filter(({ path }) => path.startsWith('src/domain/'))
    const wrong = domain.filter(({ text }) =>
      /Date\.now\(\)|new Date\(\)|Math\.random\(\)|randomUUID\(/.test(text)
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('what people send or are sent on to keeps the click that brought them: no bare action, no redirect of its own', () => {
    const visited = product.filter(({ path }) => /^src\/(ui|routes\/\((square|door)\))\//.test(path))
    const bare =
      /action=(?:"[^"]*|\{[^}]*['`])\?\/[^\n]*|redirect\(30\d, (?!hereAs\(|nextPath\(|`\$\{whenceSent\()[^\n]*/g
    const wrong = visited.flatMap(({ path, text }) =>
      [...text.matchAll(bare)].map(([line]) => `${path}: ${line}`)
    )
    expect(wrong).toEqual([])
  })

  test('files stay short', () => {
    const over = sources.filter(({ path, lines }) => {
      const limit = path.endsWith('.svelte') ? 200 : 300
      return lines > limit && !LONG[path]
    })
    expect(over.map(({ path, lines }) => `${path}: ${lines} lines`)).toEqual([])
  })

  test('half of the files fit on a screen, nearly all on three', () => {
    const lengths = product
      .filter(({ path }) => path.endsWith('.ts') && !LONG[path])
      .map(({ lines }) => lines)
      .sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(50)
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(150)
  })

  test('every index says what its folder is for and exports at most twenty names', () => {
    const indexes = product.filter(({ path }) => /^src\/domain\/[a-z-]+\/index\.ts$/.test(path))
    const wrong = indexes.filter(({ text }) => !/^\/\/ |^\/\*\* /.test(text) || exportCount(text) > 20)
    expect(wrong.map(({ path, text }) => `${path}: ${exportCount(text)} exports`)).toEqual([])
  })
})

const exportCount = (text: string) =>
  [...text.matchAll(/export\s+\{([^}]*)\}/g)].reduce(
    (sum, m) =>
      sum + (m[1] ?? '').split(',').filter((name) => name.trim() && !name.trim().startsWith('type ')).length,
    0
  )

describe('permissions', () => {
  const pages = walk('src/routes').filter((path) => /\+page\.(svelte|server\.ts)$/.test(path))
  const routeId = (path: string) => '/' + relative('src/routes', dirname(path)).replace(/^\.$/, '')
  const ids = new Set(pages.map(routeId))

  test('every page states its permission, and no rule is left over', () => {
    expect(Object.keys(access).sort()).toEqual([...ids].sort())
  })

  test('every form action states its permission', async () => {
    for (const path of pages.filter((page) => page.endsWith('.server.ts'))) {
      const page = (await import(join(root, path))) as { actions?: Record<string, unknown> }
      const stated = Object.keys(access[routeId(path)]?.actions ?? {}).sort()
      expect([path, stated]).toEqual([path, Object.keys(page.actions ?? {}).sort()])
    }
  })

  test('no +server.ts hides beside the API', () => {
    expect(
      walk('src/routes').filter((path) => path.endsWith('+server.ts') && statSync(join(root, path)).isFile())
    ).toEqual([])
  })
})
