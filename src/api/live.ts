/** Ends every open stream, so that the server can close. */
export function closeLiveStreams(): void {}
