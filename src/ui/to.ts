import { page } from '$app/state'
import { addressFor } from './address.ts'

/** The address of a place on this square, in the language being read and keeping the click that brought us here. */
export const to = (path: string): string => addressFor(page.data, path)
