const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/**
 * Latin-1 with Windows' typographic marks in 0x80–0x9F. Done by hand because Node 24's own `windows-1252`
 * decoder has shipped as plain Latin-1 (nodejs/node#56542).
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\x80-\x9f]/g, (mark) => HIGH.charAt(mark.charCodeAt(0) - 0x80))
}
