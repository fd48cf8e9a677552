/**
 * How Node runs Torilla. Its young generation may grow to 4 MB, not 16: an import of 100,000 rows then takes 204 MB at
 * most instead of 346, and no page became measurably slower.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=4']
