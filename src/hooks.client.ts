import { overwriteGetLocale } from '#messages/runtime.js'
import { noteEarlyTyping } from '#ui/early-typing.ts'

overwriteGetLocale(() => document.documentElement.lang as 'en' | 'fi' | 'nb')

/** Before the page is given life. */
export const init = noteEarlyTyping
