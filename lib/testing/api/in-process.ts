import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Handler } from '@/lib/web/route'

const base = path.resolve(import.meta.dirname, '../../../app/api/v1')

interface Entry {
  pattern: RegExp
  names: string[]
  /** Parts that are fixed: of two that fit, Next takes the one with more. */
  fixed: number
  file: string
}

const entries: Entry[] = (readdirSync(base, { recursive: true }) as string[])
  .filter((file) => path.basename(file) === 'route.ts' && !file.startsWith('[['))
  .map((file) => {
    const parts = path.dirname(file).split(path.sep)
    const pattern = parts.map((part) => (part.startsWith('[') ? '([^/]+)' : part.replaceAll('.', '\\.'))).join('/')
    return { file, pattern: new RegExp(`^/api/v1/${pattern}/?$`), names: parts.filter((p) => p.startsWith('[')).map((p) => p.slice(1, -1)), fixed: parts.filter((p) => !p.startsWith('[')).length }
  })
  .sort((a, b) => b.fixed - a.fixed)

/** For tests: a request to the route handlers of this process, found by path as Next finds them; no server, no network. */
export async function sendInProcess(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const entry = entries.find((e) => e.pattern.test(pathname))
  const handlers = (await import(path.join(base, entry?.file ?? '[[...rest]]/route.ts'))) as Record<string, Handler | undefined>
  const found = entry?.pattern.exec(pathname)
  const params = Object.fromEntries((entry?.names ?? []).map((name, i) => [name, decoded(found![i + 1]!)]))
  const handler = handlers[request.method]
  // Next answers what no handler takes.
  if (!handler) return new Response(null, { status: 405 })
  return handler(request, { params: Promise.resolve(params) })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
