import type pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import type { LocalJson } from '@/lib/local/local-json'
import { Api } from '@/prisma/demo/api'

/** Sets how many messages a day a tenant may have, as an operator does; null: as many as come. The web may be down just now. */
export async function limitMessages(local: LocalJson, tenantId: string, messagesPerDay: number | null): Promise<void> {
  const api = new Api(local.consoleUrl, local.operator.apiKey)
  for (let tries = 0; ; tries++) {
    try {
      await api.call('PATCH', `/operator/tenants/${tenantId}/limits`, { limits: { messagesPerDay } })
      return
    } catch (error) {
      if (tries >= 60) throw error
      await pause(1000)
    }
  }
}

/** How many of the tenant's messages wait for room. */
export async function waiting(owner: pg.Pool, tenantId: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('SELECT count(*)::int AS n FROM limit_hold WHERE "tenantId" = $1', [tenantId])
  return rows[0]!.n
}

/** Waits until none does. False where it takes too long. */
export async function untilNoneWaits(owner: pg.Pool, tenantId: string): Promise<boolean> {
  for (const start = Date.now(); Date.now() - start < 300_000; await pause(500)) if ((await waiting(owner, tenantId).catch(() => 1)) === 0) return true
  return false
}
