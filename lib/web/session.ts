import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { OperatorContext, TenantContext } from '@/lib/core/access/actor'
import type { KnownUser } from '@/lib/services/account/verify-login'
import { tenantsOfUser, type TenantOfUser } from '@/lib/services/tenant/of-user'
import { authOptions, signInPath } from './auth'
import { clientIp } from './client-ip'

/** Who is logged in, or null. Looked up once per request. */
export const currentUser = cache(async (): Promise<KnownUser | null> => (await getServerSession(await authOptions()))?.account ?? null)

/** Who is logged in; a stranger is sent to log in and comes back to `callbackUrl`. */
export async function requireUser(callbackUrl = '/'): Promise<KnownUser> {
  return (await currentUser()) ?? redirect(`${signInPath}?callbackUrl=${encodeURIComponent(callbackUrl)}`)
}

/** The tenants of whoever is logged in: the switcher's list. */
export const currentTenants = cache(async (): Promise<TenantOfUser[]> => {
  const user = await currentUser()
  return user ? tenantsOfUser(user.id) : []
})

/**
 * The context for `/t/<slug>`. A slug of no tenant and one of a tenant without this user give the same 404, so that nobody
 * learns who is a customer here. A stranger is sent to log in first.
 */
export async function tenantContext(slug: string): Promise<{ ctx: TenantContext; tenant: TenantOfUser; user: KnownUser }> {
  const user = await requireUser(`/t/${encodeURIComponent(slug)}`)
  const tenant = (await currentTenants()).find((t) => t.slug === slug)
  if (!tenant) notFound()
  return { ctx: { actor: { kind: 'user', id: user.id }, tenantId: tenant.id, role: tenant.role, ip: clientIp(await headers()) }, tenant, user }
}

/** The context for `/operator`: to anybody else the pages do not exist. */
export async function requireOperator(): Promise<{ ctx: OperatorContext; user: KnownUser }> {
  const user = await requireUser('/operator')
  if (!user.isOperator) notFound()
  return { ctx: { actor: { kind: 'user', id: user.id }, ip: clientIp(await headers()) }, user }
}
