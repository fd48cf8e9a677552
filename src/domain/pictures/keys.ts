/** The folder of everything made from one picture, in the file store. */
export const folderOf = (shopId: number, pictureId: string): string => `pictures/${shopId}/${pictureId}/`

/** Where the picture itself is kept: what every size is made from. Never served. */
export const masterKey = (shopId: number, pictureId: string, extension: string): string =>
  `${folderOf(shopId, pictureId)}master.${extension}`

/** Where one size is kept; `suffix` is the plan's, like `w640.webp`. */
export const renditionKey = (shopId: number, pictureId: string, suffix: string): string =>
  `${folderOf(shopId, pictureId)}${suffix}`

/** How every address of a picture begins; `640.webp` follows. */
export const mediaBase = (shopId: number, pictureId: string): string => `/media/${shopId}/${pictureId}`
