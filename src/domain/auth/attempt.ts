type Attempt<T> = { ok: true; value: T } | { ok: false; code: string }

/** Calls into better-auth; what it refuses comes back as its code, anything else is thrown. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    return { ok: false, code }
  }
}

type ApiError = { name?: string; status?: string; body?: { code?: string }; headers?: unknown }

function codeOf(error: unknown): string | undefined {
  const { name, status, body } = error as ApiError
  if (name !== 'APIError' || status === 'INTERNAL_SERVER_ERROR') return undefined
  return body?.code ?? status ?? 'REFUSED'
}
