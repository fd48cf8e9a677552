/**
 * The release of UCP that brought permalinks (https://github.com/universal-commerce-protocol/ucp/releases, v2026-08-25); the
 * specification's own text leaves the date to be filled in, and is found under it.
 */
const VERSION = '2026-08-25'

/**
 * What a business says of itself to platforms and agents that speak UCP (https://ucp.dev): buy links, whatever cart they
 * need. An endpoint must be reached over https; on any other address there is nothing to say.
 */
export const ucpProfile = (origin: string): object | undefined =>
  origin.startsWith('https://')
    ? {
        ucp: {
          version: VERSION,
          capabilities: {
            'dev.ucp.shopping.permalink': [
              {
                version: VERSION,
                spec: `https://ucp.dev/${VERSION}/specification/permalink`,
                schema: `https://ucp.dev/${VERSION}/schemas/shopping/permalink.json`,
                config: { endpoint: `${origin}/buy` }
              }
            ]
          }
        }
      }
    : undefined
