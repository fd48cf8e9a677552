import { defineConfig } from 'vitest/config'

/** These start the PostgreSQL that comes along, and say nothing about another. */
const OF_OUR_OWN = [
  'src/platform/postgres/**',
  'test/processes/{backup,upgrade,crash,starting,stopping,behind-proxy}.test.ts'
]

/** These ask no database, or ask it what others do: once, on the one that comes along, is enough. */
const OF_NO_DATABASE = [
  'test/{architecture,messages,package,in-turn}.test.ts',
  'test/client/**',
  'test/processes/**',
  'src/ui/**',
  'src/platform/images/**',
  'src/domain/catalog/reading/**',
  'src/demo/**'
]

const shared = {
  globalSetup: ['test/setup.ts'],
  testTimeout: 60_000, // a test that hangs is known by it; on a busy machine the longest take twenty seconds
  hookTimeout: 120_000,
  expect: { poll: { timeout: 15_000 } }, // what is waited for comes when it comes; a second is too short for a busy machine
  pool: 'forks' as const
}

export default defineConfig({
  resolve: { alias: { '$app/env': new URL('test/app-env.ts', import.meta.url).pathname } },
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/plain-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'house',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'embed/**/*.test.ts'],
          exclude: [
            'test/journeys/**',
            ...(process.env.TEST_DATABASE_URL ? [...OF_OUR_OWN, ...OF_NO_DATABASE] : [])
          ]
        }
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/setup.ts', 'test/journeys/market.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000
        }
      }
    ]
  }
})
