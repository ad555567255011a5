import { z } from 'zod'

/** Why a try did not succeed: keys of `webhooks.problem`, each a sentence in the reader's language. */
export const problemKeys = ['url', 'address', 'dns', 'connect', 'tls', 'timeout', 'broken', 'redirect', 'status', 'gone', 'secret', 'disabled'] as const
export type ProblemKey = (typeof problemKeys)[number]

export const WebhookProblem = z.object({ key: z.enum(problemKeys), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type WebhookProblem = z.infer<typeof WebhookProblem>

export const problem = (key: ProblemKey, params: WebhookProblem['params'] = {}): WebhookProblem => ({ key, params })

/** What a receiver's answer means: nothing where it took the event (any 2xx). */
export function problemOfStatus(status: number, location: string | undefined): WebhookProblem | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 410) return problem('gone')
  // Followed, it would reach what the URL's owner never named, and turn POST into GET.
  if (status >= 300 && status < 400) return problem('redirect', { status, location: (location ?? '').slice(0, 500) })
  return problem('status', { status })
}
