import type { FeedNetwork } from '../schema.ts'
import { google } from './google.ts'
import { meta } from './meta.ts'
import { pinterest } from './pinterest.ts'
import type { NetworkSpec } from './spec.ts'

/** One line a network. */
export const specs: Record<FeedNetwork, NetworkSpec> = { google, meta, pinterest }
