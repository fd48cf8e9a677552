import * as m from '#messages'

type Limits = Record<string, number>

const TEXTS: Record<string, (limits: Limits) => string> = {
  picture_missing: () => m.feeds_problem_picture_missing(),
  picture_pending: () => m.feeds_problem_picture_pending(),
  price_zero: () => m.feeds_problem_price_zero(),
  id_too_long: ({ id }) => m.feeds_problem_id_too_long({ most: id! }),
  id_characters: () => m.feeds_problem_id_characters(),
  link_too_long: ({ link }) => m.feeds_problem_link_too_long({ most: link! }),
  description_missing: () => m.feeds_problem_description_missing(),
  brand_is_shop: () => m.feeds_problem_brand_is_shop(),
  gtin_wrong: () => m.feeds_problem_gtin_wrong(),
  gtin_missing: () => m.feeds_problem_gtin_missing(),
  title_cut: ({ title }) => m.feeds_problem_title_cut({ most: title! }),
  description_cut: ({ description }) => m.feeds_problem_description_cut({ most: description! }),
  picture_small: ({ pictureSide }) => m.feeds_problem_picture_small({ least: pictureSide! })
}

/** Why an item is left out, or what the network would like otherwise; the network's own limits stand in the words. */
export const problemText = (problem: string, limits: Limits): string => TEXTS[problem]?.(limits) ?? problem
