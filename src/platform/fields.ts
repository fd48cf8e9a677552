import { z } from 'zod'
import { cleanLine, cleanWords } from './text.ts'

/** Text far beyond its limit is refused before anything is done with it. */
const typed = (max: number) => z.string().max(max * 4)

/** One line that somebody typed, cleaned: at most `max` UTF-16 units of it, and perhaps none. */
export const line = (max: number) => typed(max).transform(cleanLine).pipe(z.string().max(max))

/** Several lines that somebody typed, cleaned: at most `max` UTF-16 units of them, and perhaps none. */
export const words = (max: number) => typed(max).transform(cleanWords).pipe(z.string().max(max))
