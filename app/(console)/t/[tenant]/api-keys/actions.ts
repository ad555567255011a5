'use server'

import { revalidatePath } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { getTimeZone, getTranslations } from 'next-intl/server'
import type { NewKeyState } from '@/components/api-key/new-state'
import type { RenameState } from '@/components/api-key/rename-form'
import { ApiKeyId, NewApiKey, RenameApiKey } from '@/lib/core/inputs/api-key'
import { createApiKey } from '@/lib/services/api-key/create'
import { renameApiKey } from '@/lib/services/api-key/rename'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { action } from '@/lib/web/action'
import { curlOf } from '@/lib/web/curl'
import { readKeyForm } from './key-form'

const home = (slug: string) => `/t/${encodeURIComponent(slug)}/api-keys`

const create = action('apiKey.write', NewApiKey, createApiKey)
const rename = action('apiKey.write', RenameApiKey, renameApiKey)
const revoke = action('apiKey.write', ApiKeyId, revokeApiKey)

export async function makeKey(slug: string, _before: NewKeyState, form: FormData): Promise<NewKeyState> {
  const { sent, input } = readKeyForm(form, await getTimeZone(), Date.now())
  const t = await getTranslations('keys.problem')
  const made = await create(slug, input)
  if (made.ok) return { ...sent, made: { name: made.value.name, key: made.value.key, curl: curlOf(made.value) } }
  if (made.code === 'forbidden') return { ...sent, problems: { form: t('forbidden') } }
  const wrong = (field: string) => made.problems.some((p) => p.path[0] === field)
  return { ...sent, problems: { name: wrong('name') ? t('name') : undefined, scopes: wrong('scopes') ? t('scopes') : undefined, date: wrong('expiresAt') ? t('date') : undefined } }
}

export async function renameKey(slug: string, id: string, _before: RenameState, form: FormData): Promise<RenameState> {
  const name = String(form.get('name') ?? '')
  const renamed = await rename(slug, { id, name })
  if (renamed.ok) {
    revalidatePath(home(slug), 'layout')
    return { name: renamed.value.name, saved: true }
  }
  if (renamed.code === 'not_found') notFound()
  return { name, problem: (await getTranslations('keys.problem'))(renamed.code === 'forbidden' ? 'forbidden' : 'name') }
}

export async function revokeKey(slug: string, id: string): Promise<void> {
  const revoked = await revoke(slug, { id })
  if (!revoked.ok) notFound()
  revalidatePath(home(slug), 'layout')
  redirect(`${home(slug)}?done=revoked`)
}
