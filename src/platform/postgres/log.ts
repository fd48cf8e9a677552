type Write = (fields: object, message: string) => void

/** The part of our logger that the database's keeper uses. */
export type Log = { debug: Write; info: Write; warn: Write; error: Write }

/** For tests and tools that have nobody to tell. */
export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }
