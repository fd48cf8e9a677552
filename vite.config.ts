import { paraglideVitePlugin } from '@inlang/paraglide-js'
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { randomBytes } from 'node:crypto'
import { defineConfig, isRunnableDevEnvironment, type Plugin } from 'vite'
import { lean } from './bin/lean.js'
import { paraglideOptions } from './bin/paraglide.js'

const input = { main: 'src/main.ts', cli: 'src/cli/index.ts' }

/** Builds src/main.ts inside Kit's server graph, so that pages and API share one pool and one bus. */
function oneProcess(): Plugin {
  return {
    name: 'torilla-one-process',
    config: (_config, { command }) =>
      command === 'build' ? { environments: { ssr: { build: { rolldownOptions: { input } } } } } : {},
    configureServer(server) {
      server.middlewares.use(async (req, res, next) => {
        const { ssr } = server.environments
        if (!ssr || !isRunnableDevEnvironment(ssr)) return next()
        const { handleDev } = await ssr.runner.import('/src/dev.ts')
        await handleDev(req, res, next)
      })
    }
  }
}

export default defineConfig({
  plugins: [
    paraglideVitePlugin(paraglideOptions),
    oneProcess(),
    lean(),
    sveltekit({
      compilerOptions: { cssHash: ({ hash, filename }) => `s${hash(filename)}` },
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // Figures and bars are placed by style attributes; a style element of someone else's is refused.
          'style-src-elem': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none']
        }
      },
      version: { name: process.env.BUILD_ID ?? randomBytes(6).toString('hex') }
    })
  ],
  build: { target: 'es2023' }
})
