/** Where a link may be put: what its clicks and orders are counted under. */
export const NETWORKS = [
  'square',
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'pinterest',
  'google',
  'x',
  'threads',
  'bluesky',
  'mastodon',
  'whatsapp',
  'email',
  'blog',
  'print',
  'other'
] as const
export type Network = (typeof NETWORKS)[number]
