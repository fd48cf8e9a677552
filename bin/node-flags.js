/**
 * How Node runs Torilla. Its young generation is kept at 4 MB: an import of 100,000 rows then took 204 MB at most
 * instead of 346. What it costs a page is not known: the machine it was tried on varied by more.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=4']
