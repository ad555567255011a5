import type { z } from 'zod'
import type { TenantContext } from '@/lib/core/access/actor'
import { Refusal } from '@/lib/core/access/refusal'
import { cursorOf } from '@/lib/core/inputs/operator'
import { MemberPage } from '@/lib/core/inputs/member'
import type { Page } from '@/lib/core/inputs/page'
import { Prisma } from '@/lib/db/generated/client'
import { inTenant, type Transaction } from '@/lib/db/tenant'
import { authorize } from '@/lib/services/access/authorize'
import { parseInput } from '@/lib/services/access/parse'

export interface MemberRow {
  userId: string
  name: string
  email: string
  role: string
  joinedAt: Date
  /** When he last opened a page of this tenant, to five minutes; null: not since that is noted. */
  seenAt: Date | null
}

export const memberNotFound = (): Refusal => new Refusal('not_found', 'There is no such member.')

const rows = (tx: Transaction, tenantId: string, more: Prisma.Sql) => tx.$queryRaw<MemberRow[]>`
  SELECT m."userId"::text AS "userId", u.name, u.email, m.role, m."createdAt" AS "joinedAt", m."seenAt"
  FROM membership m JOIN "user" u ON u.id = m."userId" WHERE m."tenantId" = ${tenantId}::uuid ${more}`

/** One member. Throws Refusal `not_found`. */
export async function readMember(tx: Transaction, tenantId: string, userId: string): Promise<MemberRow> {
  const [row] = await rows(tx, tenantId, Prisma.sql`AND m."userId" = ${userId}::uuid`)
  if (!row) throw memberNotFound()
  return row
}

/** Who is in the tenant, who joined last first. Throws Refusal `forbidden`, `invalid`. */
export async function listMembers({ ctx, input = {} }: { ctx: TenantContext; input?: z.input<typeof MemberPage> }): Promise<Page<MemberRow>> {
  authorize(ctx, 'member.read')
  const { limit, cursor } = parseInput(MemberPage, input)
  const before = cursor ? Prisma.sql`AND (m."createdAt", m."userId") < (${cursor.at}, ${cursor.id}::uuid)` : Prisma.empty
  const found = await inTenant(ctx.tenantId, (tx) => rows(tx, ctx.tenantId, Prisma.sql`${before} ORDER BY m."createdAt" DESC, m."userId" DESC LIMIT ${limit + 1}`))
  const data = found.slice(0, limit)
  const last = data.at(-1)
  return { data, nextCursor: found.length > limit && last ? cursorOf({ at: last.joinedAt, id: last.userId }) : null }
}
