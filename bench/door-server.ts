// The product's door as a process: its server, its receiver, its own certificates. Only Next is not behind it.
import type { ServerResponse } from 'node:http'
import { door } from '@/lib/web/door/process'
import { startServer } from '@/lib/web/server'

const { receiver } = door()
const page = (_: unknown, response: ServerResponse) => Promise.resolve(void response.writeHead(404).end())
const { port } = await startServer(0, { origin: 'http://localhost', receiver, page })
process.on('SIGTERM', () => process.exit(0))
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}/api/webhooks/sns` })}\n`)
