import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { api } from './index.ts'

type Answer = (req: IncomingMessage, res: ServerResponse) => void

/** The API as a listener of Node's server. A route may let a page answer instead of itself (a dead link does). */
export function listenApi(answerPage: Answer): Answer {
  const listener = getRequestListener(
    (request, env) => {
      const { incoming, outgoing } = env as HttpBindings
      const page = (path: string) => {
        incoming.url = path
        answerPage(incoming, outgoing)
        return RESPONSE_ALREADY_SENT
      }
      return api.fetch(request, { incoming, outgoing, page })
    },
    { overrideGlobalObjects: false }
  )
  return (req, res) => void listener(req, res)
}
