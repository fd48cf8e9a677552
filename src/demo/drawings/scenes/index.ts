/** Every picture the demo market posts. */
import { flatlayScenes } from './flatlay.ts'
import { forestScenes } from './forest.ts'
import { inHandScenes } from './in-hand.ts'
import { jettyScenes } from './jetty.ts'
import { kitchenScenes } from './kitchen.ts'
import { livingRoomScenes } from './living-room.ts'
import { quayScenes } from './quay.ts'
import { rockScenes } from './rock.ts'
import { squareScenes } from './square.ts'
import type { DemoScene } from './stage.ts'
import { stallScenes } from './stall.ts'
import { tramScenes } from './tram-stop.ts'

export { marketSvg } from './square.ts'
export type { DemoScene, SceneTag } from './stage.ts'
export { emptyStallSvg } from './stall.ts'

export const demoScenes: readonly DemoScene[] = [
  ...quayScenes,
  ...inHandScenes,
  ...flatlayScenes,
  ...stallScenes,
  ...squareScenes,
  ...rockScenes,
  ...tramScenes,
  ...jettyScenes,
  ...kitchenScenes,
  ...livingRoomScenes,
  ...forestScenes
]
