import type { Page } from 'playwright-core'
import { saved } from '#platform/images/sample.ts'

export type PictureFile = { name: string; mimeType: string; buffer: Buffer }

/** A small real picture that no other is like. */
export async function smallPicture(name: string): Promise<PictureFile> {
  return { name: `${name}.png`, mimeType: 'image/png', buffer: await saved('png', 640, 480) }
}

/** What the browser hands to a page when a file is dragged or pasted onto it. */
export const carried = (page: Page, { name, mimeType, buffer }: PictureFile) =>
  page.evaluateHandle(
    ({ name, mimeType, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type: mimeType }))
      return data
    },
    { name, mimeType, base64: buffer.toString('base64') }
  )
