export interface Answer {
  status: number
  ms: number
  headers: string
  body: string
}

interface Asked {
  method: string
  path: string
  given: readonly { name: string; in: 'path' | 'query' | 'header'; value: string }[]
  key: string
  body: string | undefined
}

const mostShown = 100_000

/** A request to our own origin, with no cookie: the key alone says who asks. Throws where the network does. */
export async function send({ method, path, given, key, body }: Asked): Promise<Answer> {
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.find((p) => p.in === 'path' && p.name === name)?.value ?? ''))
  const query = new URLSearchParams(given.filter((p) => p.in === 'query' && p.value !== '').map((p) => [p.name, p.value])).toString()
  const headers = new Headers(given.filter((p) => p.in === 'header' && p.value !== '').map((p): [string, string] => [p.name, p.value]))
  if (key) headers.set('authorization', `Bearer ${key}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const began = performance.now()
  const answer = await fetch(query ? `${url}?${query}` : url, { method, headers, credentials: 'omit', cache: 'no-store', ...(body === undefined ? {} : { body }) })
  const text = await answer.text()
  return {
    status: answer.status,
    ms: Math.round(performance.now() - began),
    headers: [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
    body: pretty(text, answer.headers.get('content-type') ?? '').slice(0, mostShown),
  }
}

function pretty(text: string, type: string): string {
  if (!/\bjson\b/.test(type)) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
