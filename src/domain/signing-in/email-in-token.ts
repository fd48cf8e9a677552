/** The address a confirmation token is for, unverified: better-auth checks the signature before anything happens. */
export function emailInToken(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    const email = (claims as { email?: unknown } | null)?.email
    return typeof email === 'string' && email.length <= 254 ? email : undefined
  } catch {
    return undefined
  }
}
