// Takes work off every page that the server builds. Each change names the text it takes the place of, and the build
// fails when that text is gone, so that an upgrade cannot undo it silently.
const CHANGES = [
  {
    // Kit hashes every page, byte by byte, for an ETag that no request of ours ever matches: pages are new each time.
    file: /@sveltejs\/kit\/src\/runtime\/server\/page\/render\.js$/,
    from: 'headers.set(\'etag\', `"${hash(transformed)}"`);',
    to: ''
  },
  {
    // A rule book for plurals costs more to make than the sentence it is made for.
    file: /\/src\/messages\/registry\.js$/,
    from: 'new Intl.PluralRules(locale, options).select(',
    to: '(rules[locale + JSON.stringify(options)] ??= new Intl.PluralRules(locale, options)).select(',
    before: 'const rules = {}\n'
  }
]

/** @returns {import('vite').Plugin} */
export function lean() {
  const done = new Set()
  return {
    name: 'torilla-lean',
    apply: 'build',
    transform(code, id) {
      const change = CHANGES.find(({ file }) => file.test(id.split('?', 1)[0]))
      if (!change) return undefined
      if (!code.includes(change.from))
        this.error(`bin/lean.js looks for ${change.from} in ${id}, and it is gone`)
      done.add(change)
      return { code: (change.before ?? '') + code.replace(change.from, () => change.to), map: null }
    },
    buildEnd(error) {
      if (error || this.environment.name !== 'ssr') return
      for (const change of CHANGES)
        if (!done.has(change)) this.error(`bin/lean.js found no file like ${change.file}`)
    }
  }
}
