import QRCode from 'qrcode'

// Level M survives a coffee stain; four modules of quiet zone are what scanners ask for.
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const

/** The address as a QR code to print at any size. */
export const qrSvg = (address: string): Promise<string> =>
  QRCode.toString(address, { ...OPTIONS, type: 'svg' })

/** The address as a QR code of 1024 pixels. */
export const qrPng = (address: string): Promise<Buffer> =>
  QRCode.toBuffer(address, { ...OPTIONS, width: 1024 })
