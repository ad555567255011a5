'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { InviteState } from '@/components/member/invite-form'
import type { RoleState } from '@/components/member/role-form'
import { roles } from '@/lib/core/access/matrix'
import { ChangeRole, InvitationId, Invite, MemberId } from '@/lib/core/inputs/member'
import { invite, resendInvitation } from '@/lib/services/invitation/invite'
import { withdrawInvitation } from '@/lib/services/invitation/withdraw'
import { changeRole } from '@/lib/services/member/change-role'
import { removeMember } from '@/lib/services/member/remove'
import { action, type ActionResult } from '@/lib/web/action'
import { problemOf } from './problem'

const home = (slug: string) => `/t/${encodeURIComponent(slug)}/members`

/** Back to the list, which says what came of it. */
function back<R>(slug: string, asked: ActionResult<R>, done: (value: R) => Record<string, string>): never {
  revalidatePath(home(slug), 'layout')
  redirect(`${home(slug)}?${new URLSearchParams(asked.ok ? done(asked.value) : { problem: problemOf(asked), minutes: String(Math.ceil((asked.retryAfter ?? 60) / 60)) })}`)
}

export async function sendInvitation(slug: string, _before: InviteState, form: FormData): Promise<InviteState> {
  const given = { email: String(form.get('email') ?? '').trim(), role: String(form.get('role') ?? '') }
  const t = await getTranslations('members.problem')
  const asked = await action('member.write', Invite, invite)(slug, { ...given, locale: await getLocale() })
  if (asked.ok) {
    revalidatePath(home(slug))
    return { email: '', role: given.role, invited: asked.value.email }
  }
  const why = problemOf(asked)
  const said = t(why, { email: given.email, minutes: Math.ceil((asked.retryAfter ?? 60) / 60) })
  return why === 'email' || why === 'member' ? { ...given, wrong: said } : { ...given, problem: said }
}

export async function resend(slug: string, id: string): Promise<void> {
  back(slug, await action('member.write', InvitationId, resendInvitation)(slug, { id }), () => ({ done: 'resent' }))
}

export async function withdraw(slug: string, id: string): Promise<void> {
  back(slug, await action('member.write', InvitationId, withdrawInvitation)(slug, { id }), () => ({ done: 'withdrawn' }))
}

export async function saveRole(slug: string, userId: string, _before: RoleState, form: FormData): Promise<RoleState> {
  const role = roles.find((r) => r === form.get('role'))
  const asked = await action('member.write', ChangeRole, changeRole)(slug, { userId, role })
  if (!asked.ok) return { role: role ?? '', problem: problemOf(asked) }
  revalidatePath(home(slug), 'layout')
  return { role: asked.value.role, saved: true }
}

export async function remove(slug: string, userId: string): Promise<void> {
  back(slug, await action('member.write', MemberId, removeMember)(slug, { userId }), ({ keys }) => ({ done: 'removed', keys: String(keys) }))
}
