import sharp from 'sharp'

// One thread a picture and no cache between pictures: on a small server steady memory is worth more than a few
// milliseconds, and no picture is opened twice in a row.
sharp.concurrency(1)
sharp.cache(false)

// Only these decoders exist for us. A picture that names another (TIFF, PDF, JPEG XL, raw…) cannot reach its code.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Svg'].map((loader) => `VipsForeignLoad${loader}`)
})

/** sharp with our settings; nothing else in the product imports sharp itself. */
export { sharp as open }

export type { Sharp } from 'sharp'
