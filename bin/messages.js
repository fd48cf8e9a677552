#!/usr/bin/env node
// Compiles messages/*.json into src/messages. With `add`, reads {"key": ["en", "fi", "nb"], …} from standard input and
// merges it into the three files, sorted, under a lock, so that several people can add at once.
import { compile } from '@inlang/paraglide-js'
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { paraglideOptions } from './paraglide.js'

const LOCALES = ['en', 'fi', 'nb']
const file = (locale) => new URL(`../messages/${locale}.json`, import.meta.url)

if (process.argv[2] === 'add') await add(JSON.parse(readFileSync(0, 'utf8')))
await compile(paraglideOptions)

async function add(entries) {
  const lock = new URL('../messages/.lock', import.meta.url)
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (tries === 100) throw error
      await setTimeout(50)
    }
  }
  try {
    LOCALES.forEach((locale, i) => merge(locale, i, entries))
  } finally {
    rmdirSync(lock)
  }
}

function merge(locale, i, entries) {
  const { $schema, ...messages } = JSON.parse(readFileSync(file(locale), 'utf8'))
  for (const [key, texts] of Object.entries(entries)) {
    if (texts === null) delete messages[key]
    else messages[key] = texts[i]
  }
  const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file(locale), JSON.stringify({ $schema, ...sorted }, null, 2) + '\n')
}
