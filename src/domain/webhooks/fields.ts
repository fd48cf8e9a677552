import { z } from 'zod'

export const id = z.uuid()
/** Minor units of the shop's currency. */
export const figure = z.int()
export const when = z.iso.datetime()
