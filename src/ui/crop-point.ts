type Point = { x: number; y: number }

/**
 * Where a point of a picture stands once the picture is cropped to another shape around its focal point, as
 * `object-fit: cover` does: all as fractions of width and height, shapes as width divided by height. A point that is
 * cut off is kept at the edge.
 */
export function cropPoint(point: Point, focal: Point, shape: number, frame: number): Point {
  const seenX = Math.min(1, frame / shape)
  const seenY = Math.min(1, shape / frame)
  return { x: along(point.x, focal.x, seenX), y: along(point.y, focal.y, seenY) }
}

const EDGE = 0.05

const along = (at: number, focal: number, seen: number): number =>
  seen === 1 ? at : Math.min(1 - EDGE, Math.max(EDGE, (at - (1 - seen) * focal) / seen))

/** The point of the whole picture that a point of its frame shows: the way back. */
export function uncropPoint(point: Point, focal: Point, shape: number, frame: number): Point {
  const seenX = Math.min(1, frame / shape)
  const seenY = Math.min(1, shape / frame)
  return { x: point.x * seenX + (1 - seenX) * focal.x, y: point.y * seenY + (1 - seenY) * focal.y }
}

/** The shape a picture is shown in: its own, but never taller than `tallest` nor wider than two to one. */
export const frameOf = (picture: { width: number; height: number }, tallest: number): number =>
  Math.min(2, Math.max(tallest, picture.width / picture.height))
