/** A stock-keeping unit one can say on the phone: HERRING-TEE-M-ORANGE. */
export const skuOf = (handle: string, choice: readonly string[]): string =>
  [handle, ...choice.filter((value) => value !== 'One size')]
    .map((part) =>
      part
        .toUpperCase()
        .replace(/(\d+) × (\d+) CM/, '$1X$2')
        .replace(/[^A-Z0-9]+/g, '-')
    )
    .join('-')

/** Every choice of a product's options; one empty choice where there are none. */
export const choicesOf = (options: readonly { values: readonly string[] }[]): string[][] =>
  options.reduce<string[][]>(
    (all, { values }) => all.flatMap((head) => values.map((value) => [...head, value])),
    [[]]
  )
