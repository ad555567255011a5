'use server'

import type { Found } from '@/components/layout/palette'
import { requireUser } from '@/lib/web/session'

/** The palette of the own account leads to its pages alone: there is nothing else to find here. */
export async function find(text: string): Promise<Found[]> {
  await requireUser(text ? '/account' : '/')
  return []
}
