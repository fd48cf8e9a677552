import { isAscii, isUtf8 } from 'node:buffer'
import type { EncodingGuess } from './encoding.ts'
import type { NoticeCode } from './items.ts'
import { incompleteTail, sequenceAt } from './utf8.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** Turns successive byte slabs into text; `notice` says afterwards whether the encoding had to be guessed or mended. */
export type Decoder = {
  decode(bytes: Uint8Array, last: boolean): string
  notice(): NoticeCode | undefined
}

/** Never throws on bad bytes; the text does not depend on where the slabs were cut. */
export function createDecoder({ encoding, bomLength }: EncodingGuess): Decoder {
  if (encoding === 'utf-8') return utf8Decoder(bomLength > 0)
  if (encoding === 'windows-1252') return { decode: decodeWindows1252, notice: () => 'encoding_assumed' }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  return { decode: (bytes, last) => decoder.decode(bytes, { stream: !last }), notice: () => undefined }
}

/**
 * UTF-8 until proved otherwise: if the first bytes above ASCII are malformed the file is Windows-1252 from there on;
 * if good sequences (or a mark) came before, only the malformed bytes are read so.
 */
function utf8Decoder(sure: boolean): Decoder {
  let carry: Uint8Array = new Uint8Array(0)
  let legacy = false
  let mended = false

  function mend(bytes: Uint8Array): string {
    let text = ''
    let from = 0
    for (let at = 0; at < bytes.length;) {
      const length = sequenceAt(bytes, at)
      sure ||= length > 1
      if (length < 1 && !sure) return becomeLegacy(bytes)
      if (length < 1) {
        text += utf8(bytes.subarray(from, at)) + decodeWindows1252(bytes.subarray(at, at + 1))
        mended = true
        from = at + 1
      }
      at += Math.max(1, length)
    }
    return text + utf8(bytes.subarray(from))
  }

  function becomeLegacy(bytes: Uint8Array): string {
    legacy = true
    return decodeWindows1252(bytes)
  }

  function decode(chunk: Uint8Array, last: boolean): string {
    const bytes = carry.length ? Buffer.concat([carry, chunk]) : chunk
    const cut = last || legacy ? bytes.length : bytes.length - incompleteTail(bytes)
    carry = bytes.slice(cut)
    const whole = bytes.subarray(0, cut)
    if (legacy) return decodeWindows1252(whole)
    if (!isUtf8(whole)) return mend(whole)
    sure ||= !isAscii(whole)
    return utf8(whole)
  }

  return { decode, notice: () => (legacy ? 'encoding_assumed' : mended ? 'encoding_repaired' : undefined) }
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}
