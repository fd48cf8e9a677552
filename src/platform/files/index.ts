/** Files: bytes under a key, in a local folder or an S3-compatible bucket, behind one contract. */
import type { Files } from './files.ts'
import { localFiles } from './local.ts'
import type { S3Config } from './s3-request.ts'
import { s3Files } from './s3.ts'

export { contentTypeOf } from './content-type.ts'
export { FileStoreFailed, type Files, type OpenFile } from './files.ts'
export { checkKey, FileKeyRefused, type KeyRefusal } from './key.ts'
export { sweepParts } from './local.ts'
export type { S3Config } from './s3-request.ts'
export { sortOnDisk, type DiskSort } from './sort-on-disk.ts'
export { BodyTooLong, inTemporaryFile } from './temporary.ts'

export type FilesConfig = { kind: 'local'; folder: string } | ({ kind: 's3' } & S3Config)

/** The store the installation is configured for. Nothing is touched until the first file. */
export const createFiles = (config: FilesConfig): Files =>
  config.kind === 'local' ? localFiles(config.folder) : s3Files(config)
