/** A hand holds a bottle or a mug up against the market harbour. */
import { say } from '../catalogue/demo-good.ts'
import { C } from '../palette.ts'
import { grip, type Hand } from '../people/grip.ts'
import { cloud, gull, sky, type Time } from '../places/sky.ts'
import { cathedral, skyline, stall } from '../places/town.ts'
import { boat, water } from '../places/water.ts'
import { mirrored, place } from '../svg.ts'
import type { Finish } from '../goods/index.ts'
import { frame, put, type DemoScene } from './stage.ts'

type Held = Hand & { handle: string; finish?: Finish; time?: Time; flip?: boolean }

function harbour(time: Time, seed: number): string {
  return (
    sky(800, 470, time) +
    cloud(90, 90, 1.7) +
    cloud(520, 170, 1.2) +
    place(skyline(800) + place(cathedral, 600, 0), 0, 470) +
    `<rect y="462" width="800" height="16" fill="${C.stone}"/>` +
    stall(30, 388, 0.62) +
    stall(176, 394, 0.58, C.harbour) +
    stall(690, 392, 0.6) +
    water(474, 800, 526, seed, time) +
    boat(150, 640, 0.9) +
    boat(700, 570, 0.55, C.cream, C.harbour) +
    gull(300, 150, 1.2) +
    gull(380, 210, 0.8)
  )
}

function inHand({ handle, finish, time = 'day', flip = false, ...hand }: Held): string {
  const back = harbour(time, flip ? 11 : 3)
  const at = hand.mug ? { x: 415, y: 490, scale: 0.94 } : { x: 400, y: 450, scale: 0.9 }
  const front = grip(put(handle, { ...at, shadow: false, finish }), hand)
  return frame(800, 1000, (flip ? mirrored(back, 400) : back) + front)
}

export const inHandScenes: readonly DemoScene[] = [
  {
    handle: 'harbour-aino',
    width: 1080,
    height: 1350,
    alt: say(
      'A hand holds up an orange bottle that says Aino, the market harbour in morning light behind it',
      'Käsi pitelee oranssia pulloa, jossa lukee Aino; takana torin ranta aamuvalossa',
      'En hånd holder opp en oransje flaske med navnet Aino, torghavna i morgenlys bak'
    ),
    tags: [{ handle: 'name-bottle', x: 0.5, y: 0.36 }],
    picture: () => inHand({ handle: 'name-bottle', skin: 1, sleeve: C.navy, time: 'early', flip: true })
  },
  {
    handle: 'harbour-amara',
    width: 1080,
    height: 1350,
    by: 'amara',
    alt: say(
      'A hand holds up a yellow bottle with lingonberries that says Amara, the market harbour behind it',
      'Käsi pitelee keltaista puolukkapulloa, jossa lukee Amara; takana torin ranta',
      'En hånd holder opp en gul flaske med tyttebær og navnet Amara, torghavna bak'
    ),
    tags: [{ handle: 'name-bottle', x: 0.5, y: 0.36 }],
    picture: () =>
      inHand({
        handle: 'name-bottle',
        skin: 4,
        sleeve: C.cloud,
        finish: { name: 'Amara', color: C.cloud, accent: C.lingon, pattern: 'berries', cap: C.lingon }
      })
  },
  {
    handle: 'harbour-evening-mug',
    width: 1080,
    height: 1350,
    by: 'tomas',
    alt: say(
      'A mug of coffee patterned with lingonberries held up against the evening harbour',
      'Puolukkakuvioinen kahvimuki kohotettuna iltaista satamaa vasten',
      'Et kaffekrus med tyttebærmønster løftet mot havna om kvelden'
    ),
    tags: [{ handle: 'berry-mug', x: 0.44, y: 0.47 }],
    picture: () =>
      inHand({ handle: 'berry-mug', skin: 3, sleeve: C.lingon, time: 'evening', flip: true, mug: true })
  }
]
