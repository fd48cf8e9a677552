import { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './env.ts'
import { problem } from './problem.ts'

/** An empty set of routes whose invalid input is answered as a problem that names the first field. */
export const openApp = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      const issue = result.error.issues[0]
      return problem(c, 422, 'invalid', { field: issue?.path.join('.') ?? '', reason: issue?.code ?? '' })
    }
  })
