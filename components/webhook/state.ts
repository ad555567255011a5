import type { UrlProblem } from '@/lib/core/webhook/url'

type FormProblem = 'events' | 'description' | 'forbidden' | 'many'

/** What the form of a webhook was sent with, and what came of it. */
export interface WebhookFormState {
  url: string
  description: string
  eventTypes: readonly string[]
  problems: { form?: FormProblem | undefined; url?: UrlProblem | undefined; events?: boolean; description?: boolean }
  saved?: boolean
  /** A webhook that was just made: its secret is told this once. */
  made?: { id: string; secret: string; verify: string }
}

export interface RotateState {
  secret?: string
  until?: string
  problem?: boolean
}
