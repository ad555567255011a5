'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTimeZone } from 'next-intl/server'
import type { RotateState, WebhookFormState } from '@/components/webhook/state'
import { AttemptId, ChangeWebhook, NewWebhook, RedeliverAll, WebhookId } from '@/lib/core/inputs/webhook'
import { urlProblems, type UrlProblem } from '@/lib/core/webhook/url'
import { changeWebhook } from '@/lib/services/webhook/change'
import { createWebhook } from '@/lib/services/webhook/create'
import { redeliverAll, redeliverAttempt } from '@/lib/services/webhook/redeliver'
import { removeWebhook } from '@/lib/services/webhook/remove'
import { rotateSecret } from '@/lib/services/webhook/rotate'
import { testWebhook } from '@/lib/services/webhook/send-test'
import { action, type ActionResult } from '@/lib/web/action'
import { fullTime } from '@/lib/web/format'
import { safePath } from '@/lib/web/safe-path'
import { verifyExample } from '@/lib/web/verify-example'

const home = (slug: string) => `/t/${encodeURIComponent(slug)}/webhooks`
const pageOf = (slug: string, id: string) => `${home(slug)}/${encodeURIComponent(id)}`

const create = action('webhook.write', NewWebhook, createWebhook)
const change = action('webhook.write', ChangeWebhook, changeWebhook)

const sentBy = (form: FormData): WebhookFormState => ({
  url: String(form.get('url') ?? ''),
  description: String(form.get('description') ?? ''),
  eventTypes: form.getAll('eventTypes').map(String),
  problems: {},
})

function problemsOf(refused: Extract<ActionResult<unknown>, { ok: false }>): WebhookFormState['problems'] {
  if (refused.code === 'forbidden') return { form: 'forbidden' }
  if (refused.code === 'conflict') return { form: 'many' }
  const at = (field: string) => refused.problems.find((p) => p.path[0] === field)
  const url = at('url')
  const known = urlProblems.find((p): p is UrlProblem => p === url?.code) ?? 'form'
  return { ...(url ? { url: known } : {}), ...(at('eventTypes') ? { events: true } : {}), ...(at('description') ? { description: true } : {}) }
}

export async function makeWebhook(slug: string, _before: WebhookFormState, form: FormData): Promise<WebhookFormState> {
  const sent = sentBy(form)
  const made = await create(slug, { url: sent.url, description: sent.description, eventTypes: sent.eventTypes })
  if (!made.ok) return { ...sent, problems: problemsOf(made) }
  const { id, secret } = made.value
  return { ...sent, made: { id, secret, verify: verifyExample } }
}

export async function saveWebhook(slug: string, id: string, _before: WebhookFormState, form: FormData): Promise<WebhookFormState> {
  const sent = sentBy(form)
  const saved = await change(slug, { id, url: sent.url, description: sent.description, eventTypes: sent.eventTypes })
  if (!saved.ok && saved.code === 'not_found') notFound()
  if (!saved.ok) return { ...sent, problems: problemsOf(saved) }
  revalidatePath(home(slug), 'layout')
  const { url, description, eventTypes } = saved.value
  return { url, description, eventTypes, problems: {}, saved: true }
}

/** Back to the page, with what was done or that it was refused. */
function backTo(page: string, result: ActionResult<unknown>, done: string): never {
  if (!result.ok && (result.code === 'not_found' || result.code === 'invalid')) notFound()
  revalidatePath(page, 'layout')
  redirect(safePath(`${page}?done=${result.ok ? done : 'refused'}`))
}

export async function sendTest(slug: string, id: string): Promise<void> {
  backTo(pageOf(slug, id), await action('webhook.write', WebhookId, testWebhook)(slug, { id }), 'tested')
}

export async function enable(slug: string, id: string): Promise<void> {
  backTo(pageOf(slug, id), await change(slug, { id, enabled: true }), 'enabled')
}

export async function disable(slug: string, id: string): Promise<void> {
  backTo(pageOf(slug, id), await change(slug, { id, enabled: false }), 'disabled')
}

export async function remove(slug: string, id: string): Promise<void> {
  const removed = await action('webhook.write', WebhookId, removeWebhook)(slug, { id })
  backTo(home(slug), removed, 'removed')
}

export async function rotate(slug: string, id: string, _before: RotateState): Promise<RotateState> {
  const rotated = await action('webhook.write', WebhookId, rotateSecret)(slug, { id })
  if (!rotated.ok && rotated.code === 'not_found') notFound()
  if (!rotated.ok) return { problem: true }
  return { secret: rotated.value.secret, until: fullTime(rotated.value.previousSecretUntil, await getLocale(), await getTimeZone()) }
}

export async function redeliverOne(slug: string, id: string, attempt: string): Promise<void> {
  backTo(pageOf(slug, id), await action('webhook.write', AttemptId, redeliverAttempt)(slug, { id: attempt }), 'redelivered')
}

export async function redeliverFailed(slug: string, id: string, form: FormData): Promise<void> {
  const count = String(form.get('count') ?? '')
  const asked = await action('webhook.write', RedeliverAll, redeliverAll)(slug, { id, count, upTo: form.get('upTo') })
  if (asked.ok) backTo(pageOf(slug, id), asked, `all&n=${asked.value.redelivered}`)
  const changed = asked.code === 'conflict' && asked.problems.some((p) => p.code === 'changed')
  backTo(pageOf(slug, id), changed ? { ok: true, value: null } : asked, 'changed')
}
