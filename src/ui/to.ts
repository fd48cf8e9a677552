import { page } from '$app/state'
import { actionFor, addressFor, pageAgain } from './address.ts'

/** The address of a place on this square, in the language being read and keeping the click that brought us here. */
export const to = (path: string): string => addressFor(page.data, path)

/** The address of one of this page's form actions, keeping the same click and what else the page was asked. */
export const actionHere = (name: string): string => actionFor(page.url, name)

/** Where someone signs in to go on here: on this page, or at another path of the square. */
export const signInFor = (path?: string): string =>
  addressFor(page.data, `/sign-in?next=${encodeURIComponent(path ? to(path) : pageAgain(page.url))}`)
