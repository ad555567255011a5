'use server'

import type { Found } from '@/components/layout/palette'
import { requireOperator } from '@/lib/web/session'

/** The palette's question on the operator's side: a tenant's name, slug or domain leads to the list of tenants that have it. */
export async function find(text: string): Promise<Found[]> {
  await requireOperator('platform.read')
  return [{ kind: 'tenants', text, href: `/operator/tenants?q=${encodeURIComponent(text.slice(0, 320))}` }]
}
