import { openApp } from '../app.ts'
import { interactions } from './interactions.ts'
import { links } from './links.ts'
import { live } from './live.ts'
import { pictures } from './pictures.ts'

/** The API's first version: one resource per file, described by itself at /api/v1/openapi.json. */
export const v1 = openApp()
v1.route('/interactions', interactions)
v1.route('/links', links)
v1.route('/live', live)
v1.route('/pictures', pictures)
