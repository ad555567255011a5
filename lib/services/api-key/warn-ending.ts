import { soonMs } from '@/lib/core/access/key-state'
import { inPlatform, inTenant } from '@/lib/db/tenant'
import { mailMembers } from '@/lib/services/notice/mail-members'

const most = 200

/** Every hour, in the worker: admins are told once of each key that ends within a week, while there is time for another. Gives how many. */
export async function warnEndingKeys(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() + soonMs)
  const rows = await inPlatform((tx) => tx.$queryRaw<{ tenantId: string; id: string }[]>`SELECT "tenantId"::text, id::text FROM ending_api_keys(${before}, ${most}::int)`)
  let warned = 0
  for (const { tenantId, id } of rows)
    warned += await inTenant(tenantId, async (tx) => {
      // It may have been revoked, or told of by another worker, in this moment.
      const [key] = await tx.$queryRaw<{ name: string; prefix: string; expiresAt: Date }[]>`
        UPDATE api_key SET "warnedAt" = now() WHERE "tenantId" = ${tenantId}::uuid AND id = ${id}::uuid AND "warnedAt" IS NULL AND "revokedAt" IS NULL
        RETURNING name, prefix, "expiresAt"`
      if (!key) return 0
      await mailMembers(tx, {
        tenantId,
        kind: 'apiKeyEnding',
        who: 'admins',
        words: (t, tenant) => ({
          subject: t('apiKeyEnding.subject', { name: key.name }),
          paragraphs: [t('apiKeyEnding.what', { name: key.name, prefix: key.prefix, tenant: tenant.name, at: key.expiresAt }), t('apiKeyEnding.do')],
          link: { label: t('apiKeyEnding.link'), url: tenant.at('/api-keys') },
        }),
      })
      return 1
    })
  return warned
}
