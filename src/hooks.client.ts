import { overwriteGetLocale } from '#messages/runtime.js'

overwriteGetLocale(() => document.documentElement.lang as 'en' | 'fi' | 'nb')
