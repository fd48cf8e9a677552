import type { WaitingPost } from './demo-post.ts'

/** What is ready for tomorrow, and what nobody has dared to publish yet. */
export const waitingPosts: readonly WaitingPost[] = [
  {
    scene: 'flatlay-winter',
    when: { daysAhead: 1, time: '09:00' },
    by: 'sanna',
    title: 'For the first cold morning',
    words:
      'It always comes on a Tuesday, and always before anybody has found their gloves. The Polar night hoodie, First snow on your head, Cabin socks on your feet: find them now, thank us then.'
  },
  {
    scene: 'poster-wall',
    when: { daysAhead: 1, time: '17:30' },
    by: 'aino',
    title: 'Håkon measured twice',
    words:
      'And then hung three posters over the sofa with one spirit level and no arguments. A sun that does not set, a lighthouse that does not sleep, and islands in rows.\n\nPhoto: Håkon Lie.'
  },
  {
    scene: 'window-sill',
    when: 'draft',
    by: 'sanna',
    title: 'Two candles and a mug',
    words: 'Evening over the harbour. Tar on the left, lingonberry in the middle, and on the right …'
  }
]
