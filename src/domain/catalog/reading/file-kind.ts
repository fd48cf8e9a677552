import type { FileProblemCode } from './items.ts'

const PK_ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]
/** Text has next to none of these; pictures, archives and programs have a tenth. */
const CONTROL_SHARE = 0.03

/** Recognises files that are no table at all, so that their owner hears what they are. */
export function refuseByBytes(head: Uint8Array, wide: boolean): FileProblemCode | undefined {
  if (head.length === 0) return 'empty_file'
  if (startsWith(head, PK_ZIP) || startsWith(head, OLE)) return 'spreadsheet_file'
  if (!wide && controls(head) > head.length * CONTROL_SHARE) return 'binary_file'
  return undefined
}

export function refuseByText(text: string): FileProblemCode | undefined {
  if (!text.trim()) return 'empty_file'
  return /^\s*<(!doctype|!--|html|head|body)/i.test(text) ? 'html_file' : undefined
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function controls(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0)
}
