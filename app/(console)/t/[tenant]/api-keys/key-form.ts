import { expiries, presets, type NewKeyState } from '@/components/api-key/new-state'
import { instantOf } from '@/lib/web/zone'

const day = 86_400_000

/** The form of a new key as it was sent, and as the service takes it; a day ends in the reader's zone. */
export function readKeyForm(form: FormData, zone: string, now: number): { sent: NewKeyState; input: Record<string, unknown> } {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const preset = presets.find((p) => p === text('preset')) ?? 'viewer'
  const expiry = expiries.find((e) => e === text('expiry')) ?? '90'
  const scopes = form.getAll('scopes').map(String)
  const sent: NewKeyState = { name: text('name'), preset, scopes, expiry, date: text('date'), problems: {} }
  const end = { never: () => undefined, date: () => instantOf(`${sent.date}T23:59:59`, zone)?.toISOString() ?? '' }
  const expiresAt = expiry === 'never' || expiry === 'date' ? end[expiry]() : new Date(now + Number(expiry) * day).toISOString()
  return { sent, input: { name: sent.name, ...(preset === 'chosen' ? { scopes } : { role: preset }), ...(expiresAt === undefined ? {} : { expiresAt }) } }
}
