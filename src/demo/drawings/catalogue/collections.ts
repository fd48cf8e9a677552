/** The stalls of the demo market, in the order they stand. */
import { say, type CollectionHandle, type Words } from './demo-good.ts'

export const demoCollections: readonly { handle: CollectionHandle; title: Words }[] = [
  { handle: 'shirts', title: say('Shirts', 'Paidat', 'Skjorter') },
  { handle: 'warm', title: say('Warm things', 'Lämpimät', 'Varmt tøy') },
  { handle: 'bags', title: say('Bags and caps', 'Kassit ja lippikset', 'Nett og caps') },
  { handle: 'table', title: say('For the table', 'Pöytään', 'Til bordet') },
  { handle: 'sauna', title: say('Sauna and shore', 'Sauna ja ranta', 'Badstue og strand') },
  { handle: 'wall', title: say('For the wall', 'Seinälle', 'Til veggen') },
  { handle: 'small', title: say('Small presents', 'Tuliaiset', 'Små gaver') }
]
