/** A light wheelchair from the side, fitted to a seated side figure; its wheels stand at y 1560. */
import { C, SHADE } from '../palette.ts'
import { times } from '../svg.ts'

const spokes = times(12, (i) => `<path d="M0 0V-196" transform="rotate(${i * 30})"/>`)

/** Frame, seat and the wheel on the far side: drawn behind the near leg. */
export const wheelchairFrame = (colour: string = C.orange) =>
  `<circle cx="404" cy="1330" r="214" fill="none" stroke="${SHADE}" stroke-opacity=".5" stroke-width="20"/>` +
  `<path d="M262 800V1140H640L720 1490H810M262 860L206 840" fill="none" stroke="${colour}" stroke-width="26" stroke-linecap="round" stroke-linejoin="round"/>` +
  `<path d="M250 830H286V1130H250Z" fill="${C.navy}"/><path d="M262 1108H640V1150H262Z" fill="${C.navy}"/><circle cx="690" cy="1500" r="52" fill="none" stroke="${C.ink}" stroke-width="22"/>`

/** The near wheel: drawn over everything. */
export const wheelchairWheel = `<g transform="translate(372 1336)"><circle r="214" fill="none" stroke="${C.ink}" stroke-width="24"/><circle r="180" fill="none" stroke="${C.stone}" stroke-width="10"/><g stroke="${C.stone}" stroke-width="4">${spokes}</g><circle r="24" fill="${C.navy}"/></g>`
