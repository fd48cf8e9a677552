// Receivers of webhooks on a port of their own: they read what they are sent and answer at once.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(204).end())
})
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
