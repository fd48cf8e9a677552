import { openApp } from '../app.ts'
import { interactions } from './interactions.ts'

/** The API's first version: one resource per file, described by itself at /api/v1/openapi.json. */
export const v1 = openApp()
v1.route('/interactions', interactions)
