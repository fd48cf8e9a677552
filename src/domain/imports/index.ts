// Product files brought into the catalogue: streamed, resumed, each product whole or not at all, and every reason told.
export { cancelImport } from './cancel-import.ts'
export { changeReading, type ReadingInput } from './change-reading.ts'
export { confirmImport } from './confirm-import.ts'
export { fetchPicture } from './fetch-picture.ts'
export { pictureText } from './picture-text.ts'
export { forgetFiles } from './forget-files.ts'
export { forgetLeftOutOf, hasLeftOut, leftOutFile } from './left-out.ts'
export { previewImport, type Preview } from './preview.ts'
export { type PreviewLine } from './preview-try.ts'
export { problemsFile } from './problems-file.ts'
export {
  findImport,
  listFailedPictures,
  listImports,
  listRemarks,
  type FailedPicture,
  type ImportRemark,
  type ImportView
} from './queries.ts'
export { remarkText } from './remark-text.ts'
export { resumeImports } from './resume-imports.ts'
export { retryPictures } from './retry-pictures.ts'
export { runImport } from './run-import.ts'
export { startImport } from './start-import.ts'
export { type ImportState } from './import.ts'
export { type ImportKind } from './records/index.ts'
