// Two outside parsers that bring no types of their own.
declare module '@marbec/web-auto-extractor' {
  /** What a page holds of structured data, by notation and type. */
  export default class WebAutoExtractor {
    constructor(options?: { addLocation?: boolean })
    parse(html: string): { jsonld: Record<string, (Record<string, unknown> & { '@type': string })[]> }
  }
}

declare module '@adobe/structured-data-validator' {
  /** Google's rules for rich results. */
  export default class Validator {
    validate(found: object): Promise<{ severity: 'ERROR' | 'WARNING'; issueMessage: string }[]>
  }
}
