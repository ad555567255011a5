import { setTimeout as pause } from 'node:timers/promises'

/** The REST API as the demo's own program would call it. */
export class Api {
  constructor(
    private readonly base: string,
    private readonly key: string,
  ) {}

  async call<R>(method: string, path: string, body?: unknown): Promise<R> {
    const answer = await fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as R
  }
}

/** Asks until the answer is there. Throws what it was waiting for. */
export async function until<R>(what: string, ms: number, ask: () => Promise<R | undefined>): Promise<R> {
  for (const began = Date.now(); Date.now() - began < ms; await pause(100)) {
    const answer = await ask()
    if (answer !== undefined) return answer
  }
  throw new Error(`${what} did not happen within ${ms / 1000} s`)
}
