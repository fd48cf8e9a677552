// A picture is re-encoded before it is kept, kept once per shop, and shown in sizes made from that copy.
export { forgetPicture } from './forget-picture.ts'
export { ingestPicture, type IngestInput } from './ingest-picture.ts'
export { jpegPath } from './jpeg-path.ts'
export { mediaBase, renditionKey } from './keys.ts'
export type { PictureState, PictureView, Renditions } from './picture.ts'
export {
  avatarView,
  findPicture,
  findPictureState,
  listPictures,
  pictureColumns,
  pictureView,
  type PictureRow
} from './queries.ts'
export { renderPicture } from './render-picture.ts'
export { setFocalPoint } from './set-focal-point.ts'
