// What every request needs before anyone looks at it: who sent it, from where, how often, and what we answer with.
export { addressOf, neighbourhoodOf, protocolOf } from './address.ts'
export { evenTime } from './even-time.ts'
export { MalformedForm, readParts, type Part } from './multipart.ts'
export { createLimiter, type Limit, type Limiter } from './rate-limit.ts'
export { isCrossSite } from './same-origin.ts'
export { FetchRefused, readUrl, safeFetch, type SafeFetchOptions, type SafeResponse } from './safe-fetch.ts'
export { safePost, type PostAnswer } from './safe-post.ts'
export { secureHeaders } from './security-headers.ts'
