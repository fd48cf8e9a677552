// How messages are compiled, for Vite, for the tests and for `npm run messages`.
export const paraglideOptions = {
  project: './project.inlang',
  outdir: './src/messages',
  strategy: /** @type {('globalVariable' | 'baseLocale')[]} */ (['globalVariable', 'baseLocale']),
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false
}
