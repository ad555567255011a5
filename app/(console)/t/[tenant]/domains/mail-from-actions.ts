'use server'

import { revalidatePath } from 'next/cache'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { MailFromForm } from '@/components/domain/mail-from-form'
import { DomainId, SetMailFrom } from '@/lib/core/inputs/domain'
import { clearMailFrom } from '@/lib/services/domain/clear-mail-from'
import { setMailFrom } from '@/lib/services/domain/set-mail-from'
import { action } from '@/lib/web/action'

const page = (slug: string, id: string) => `/t/${encodeURIComponent(slug)}/domains/${encodeURIComponent(id)}`

const set = action('domain.write', SetMailFrom, setMailFrom)
const clear = action('domain.write', DomainId, clearMailFrom)

/** `name`: of the domain, which the label stands below; another than its own is refused as not below it. */
export async function saveMailFrom(slug: string, id: string, name: string, _before: MailFromForm | null, form: FormData): Promise<MailFromForm> {
  const label = String(form.get('label') ?? '').trim()
  const onMxFailure = form.get('onMxFailure') === 'reject' ? 'reject' : 'default'
  const domain = `${label.replace(/\.$/, '')}.${name}`
  const replace = form.get('replace')
  const asked = await set(slug, { id, domain, onMxFailure, ...(typeof replace === 'string' ? { replace } : {}) })
  if (!asked.ok && asked.code === 'not_found') notFound()
  revalidatePath(page(slug, id))
  if (asked.ok) return { label, onMxFailure }
  const t = await getTranslations('domains.mailFrom.problem')
  const code = asked.code === 'forbidden' ? asked.code : (asked.problems[0]?.code as 'name' | 'below' | 'used' | 'pending' | 'foreign' | undefined)
  return { label, onMxFailure, problem: t(code ?? 'name', { name, domain }) }
}

export async function endMailFrom(slug: string, id: string): Promise<void> {
  const asked = await clear(slug, { id })
  if (!asked.ok && asked.code !== 'forbidden') notFound()
  revalidatePath(page(slug, id))
}
