import type { Frame } from './flow-layout.ts'

/** The chart on a wide window: time runs to the right, names stand at both ends. */
export const WIDE: Frame & { box: string } = {
  ...{ box: '0 0 862 332', upright: false, at: [134, 330, 550, 740], thick: 14, start: 64, span: 252 },
  ...{ align: 'middle', gaps: [10, 12, 19, 25], apart: [20, 0, 0, 25] }
}

/** The chart on a phone: time runs down beside a column of words, a legend below names the colours. */
export const TALL: Frame & { box: string } = {
  ...{ box: '0 0 332 496', upright: true, at: [0, 140, 280, 420], thick: 14, start: 124, span: 208 },
  ...{ align: 'end', gaps: [10, 7, 5, 5], apart: [0, 0, 0, 0] }
}
