import { z } from 'zod'
import { countIdentities } from '@/lib/aws/ses/identity'
import { Refusal } from '@/lib/core/access/refusal'
import { mostIdentities, tellAt } from '@/lib/core/domain/identities'
import type { ClaimConflict } from '@/lib/core/inputs/domain'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { mailOperators } from '@/lib/services/notice/mail-operators'
import { pageUrl } from '@/lib/services/notice/words'
import { readPace } from '@/lib/services/sync/desired'

const Setting = z.object({ count: z.number(), at: z.iso.datetime(), told: z.boolean().default(false) })
const key = 'identities'

const readCount = async (tx: Transaction) => Setting.safeParse((await tx.platformSetting.findUnique({ where: { key } }))?.value).data

/** How many identities SES has, as it was last counted with those made since; undefined before the first count. */
async function identitiesNow(tx: Transaction): Promise<number | undefined> {
  const counted = await readCount(tx)
  return counted && counted.count + (await tx.sesIdentity.count({ where: { madeAt: { gt: new Date(counted.at) } } }))
}

/** Before one more is made. Throws Refusal `conflict`, which says that the limit is Amazon's and the operator's, not the tenant's. */
export async function refuseWhenFull(): Promise<void> {
  const count = await inPlatform(identitiesNow)
  if (count === undefined || count < mostIdentities) return
  const message = `This installation's Amazon SES account holds all ${mostIdentities} identities that Amazon allows in a Region: nothing is wrong on your side. Ask the operator to delete some that nobody uses.`
  throw new Refusal('conflict', message, [{ path: ['name'], message, code: 'identities' satisfies ClaimConflict }])
}

/** Hourly, in the worker: counts what SES has, and tells the operators once when they are `from` or more. Throws Fault. */
export async function watchIdentities(from = tellAt): Promise<number> {
  const at = new Date().toISOString()
  const count = await countIdentities(await inPlatform(readPace))
  await inPlatform(async (tx) => {
    const before = await readCount(tx)
    const near = count >= from
    if (near && !before?.told) {
      const numbers = { count, most: mostIdentities }
      await mailOperators(tx, {
        kind: 'identitiesNear',
        words: (t) => ({
          subject: t('identitiesNear.subject', numbers),
          paragraphs: [t('identitiesNear.what', numbers), t('identitiesNear.do')],
          link: { label: t('identitiesNear.link'), url: pageUrl('/operator') },
        }),
      })
    }
    const value = { count, at, told: near }
    await tx.platformSetting.upsert({ where: { key }, create: { key, value }, update: { value } })
  })
  return count
}
