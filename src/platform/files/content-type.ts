import { extname } from 'node:path'

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.zip': 'application/zip'
}

const essence = (type: string) => type.split(';')[0]?.trim().toLowerCase()

/** A key's extension is its type, so that a folder and a bucket agree without any record beside the file. */
export const contentTypeOf = (key: string): string =>
  types[extname(key).toLowerCase()] ?? 'application/octet-stream'

/** The type a key will be served with; throws when the caller believes it to be another one. */
export function agreedType(key: string, claimed?: string): string {
  const type = contentTypeOf(key)
  if (claimed !== undefined && essence(claimed) !== essence(type))
    throw new TypeError(`${key} would be served as ${type}, not as ${claimed}`)
  return type
}
