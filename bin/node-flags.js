/**
 * How Node runs Torilla. Its young generation is kept at 8 MB. At Node's own size an import of 100,000 rows took 346 MB
 * at most, at 16 MB 302, at 8 MB 234, at 4 MB 204; but at 4 MB a page of the feed took a third more
 * processor time than at 8. Its old generation grows to twice what lives in it before it is swept, not to four times: a feed of
 * 100,000 items took 63 to 103 MB above idle, before 119 to 184, in no more time.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=8', '--heap-growing-percent=100']
