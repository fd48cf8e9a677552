// How messages are compiled, for Vite, for the tests and for `npm run messages`.
export const paraglideOptions = {
  project: './project.inlang',
  outdir: './src/messages',
  // One file a message, in development too: refusal-text.ts asks for those of refusals by name.
  outputStructure: /** @type {const} */ ('message-modules'),
  strategy: /** @type {('globalVariable' | 'baseLocale')[]} */ (['globalVariable', 'baseLocale']),
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false
}
