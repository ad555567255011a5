import { headers } from 'next/headers'
import { forbidden, notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { OperatorContext, TenantContext, UserContext } from '@/lib/core/access/actor'
import { operatorMay, type OperatorPermission, type Permission } from '@/lib/core/access/matrix'
import { allows } from '@/lib/services/access/authorize'
import type { KnownUser } from '@/lib/services/account/verify-login'
import { openImpersonation, type OpenImpersonation } from '@/lib/services/impersonation/open'
import { tenantsOfUser, type TenantOfUser } from '@/lib/services/tenant/of-user'
import { authOptions, signInPath } from './auth'
import { clientIp } from './client-ip'
import { currentSessionId } from './session-cookie'

interface Member {
  ctx: TenantContext
  tenant: Pick<TenantOfUser, 'id' | 'slug' | 'name'>
  user: KnownUser
}

/** Who is logged in, or null. Looked up once per request. */
export const currentUser = cache(async (): Promise<KnownUser | null> => (await getServerSession(await authOptions()))?.account ?? null)

/** Who is logged in; a stranger is sent to log in and comes back to `callbackUrl`. */
export async function requireUser(callbackUrl = '/'): Promise<KnownUser> {
  return (await currentUser()) ?? redirect(`${signInPath}?callbackUrl=${encodeURIComponent(callbackUrl)}`)
}

/** The context for what somebody does with the own account; a stranger is sent to log in. */
export async function userContext(callbackUrl = '/'): Promise<UserContext> {
  const { id } = await requireUser(callbackUrl)
  const sessionId = await currentSessionId()
  return { actor: { kind: 'user', id }, ip: clientIp(await headers()), ...(sessionId ? { sessionId } : {}) }
}

/** The tenants of whoever is logged in: the switcher's list. */
export const currentTenants = cache(async (): Promise<TenantOfUser[]> => {
  const user = await currentUser()
  return user ? tenantsOfUser(user.id) : []
})

/** Where an operator looks now, in the log-in of this request. */
export const currentImpersonation = cache(async (): Promise<OpenImpersonation | null> => {
  const user = await currentUser()
  const sessionId = user?.isOperator ? await currentSessionId() : undefined
  return user && sessionId ? openImpersonation({ ctx: { actor: { kind: 'user', id: user.id }, sessionId } }) : null
})

/**
 * Who a member of the tenant of `/t/<slug>` is. A slug of no tenant and one of a tenant without this user give the same 404, so that
 * nobody learns who is a customer here. A stranger is sent to log in first. An operator who looks into the tenant stands as an admin who
 * reads alone; from where he comes is not the tenant's to know. Says nothing of what one may do: see `tenantContext`.
 */
export async function memberContext(slug: string): Promise<Member> {
  const user = await requireUser(`/t/${encodeURIComponent(slug)}`)
  const tenant = (await currentTenants()).find((t) => t.slug === slug)
  if (!tenant) return (await lookingInto(slug, user)) ?? notFound()
  const stopped = tenant.suspended ? { suspended: tenant.suspended } : {}
  return { ctx: { actor: { kind: 'user', id: user.id }, tenantId: tenant.id, role: tenant.role, ip: clientIp(await headers()), ...stopped }, tenant, user }
}

async function lookingInto(slug: string, user: KnownUser): Promise<Member | undefined> {
  const open = await currentImpersonation()
  if (open?.slug !== slug) return undefined
  const { id, tenantId, name, reason, startedAt, expiresAt, suspended } = open
  const ctx: TenantContext = { actor: { kind: 'operator', id: user.id }, tenantId, role: 'admin', impersonation: { id, reason, startedAt, expiresAt }, ...(suspended && { suspended }) }
  return { ctx, tenant: { id: tenantId, slug, name }, user }
}

/** The context for a page of a tenant that needs this permission; a member without it gets 403. The same is in lib/core/access/pages.ts. */
export async function tenantContext(slug: string, permission: Permission): Promise<Member> {
  const member = await memberContext(slug)
  if (!allows(member.ctx, permission)) forbidden()
  return member
}

/** The context for `/operator`: to anybody else the pages do not exist. */
export async function requireOperator(permission: OperatorPermission): Promise<{ ctx: OperatorContext; user: KnownUser }> {
  const user = await requireUser('/operator')
  if (!user.isOperator || !operatorMay(permission)) notFound()
  const sessionId = await currentSessionId()
  return { ctx: { actor: { kind: 'user', id: user.id }, ip: clientIp(await headers()), ...(sessionId && { sessionId }) }, user }
}
