import { page } from '$app/state'
import { actionFor, addressFor } from './address.ts'

/** The address of a place on this square, in the language being read and keeping the click that brought us here. */
export const to = (path: string): string => addressFor(page.data, path)

/** The address of one of this page's form actions, keeping the same click. */
export const actionHere = (name: string): string => actionFor(page.data, name)
