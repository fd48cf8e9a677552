/** Columns `line_item_1`, `line_item_2`, … of a WooCommerce order export. */
export const wooItems = (headings: readonly string[]): number[] =>
  headings.flatMap((heading, index) => (/^line_?item_\d+$/i.test(heading.trim()) ? index : []))
