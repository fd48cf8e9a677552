import { wholePage } from '../../../whole-page.ts'
import type { PageLoad } from './$types'

export const csr = false
export const load: PageLoad = (event) => wholePage(event)
