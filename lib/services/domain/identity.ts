import { deleteIdentity, ensureDomainIdentity, readDkim, readIdentityState } from '@/lib/aws/ses/identity'
import { inPlatform, type Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'
import { refuseWhenFull } from './identities'

/** A domain that was removed by mistake and is added again in this time keeps its DKIM selectors. */
const deleteAfterSeconds = 86_400

/** Before the proof: makes the identity where SES has none; one that is there is read and not touched. Throws Fault. */
export async function claimIdentity(name: string): Promise<{ dkimTokens: string[]; foundAtSes: boolean }> {
  const made = await inPlatform((tx) => tx.sesIdentity.findUnique({ where: { name } }))
  if (!made && (await readIdentityState(name)) !== 'none') return { dkimTokens: (await readDkim(name)).tokens, foundAtSes: true }
  if (!made) await refuseWhenFull()
  const dkimTokens = await ensureDomainIdentity(name)
  await noteMade(name)
  return { dkimTokens, foundAtSes: false }
}

/** The identity was made here. */
export async function noteMade(name: string): Promise<void> {
  await inPlatform((tx) => tx.sesIdentity.createMany({ data: [{ name }], skipDuplicates: true }))
}

/** A tenant gave the name up: a day later its identity goes, unless somebody claims it, or it was not made here. `asked`: also then. */
export const giveUpIdentity = (tx: Transaction, name: string, { asked = false } = {}): Promise<void> =>
  sendJob(tx, 'identity', { name, ...(asked ? { asked: 'yes' } : {}) }, { after: deleteAfterSeconds })

/** The job's part. Gives the outcome in words; throws Fault. */
export async function deleteUnwanted(name: string, asked: boolean): Promise<string> {
  const go = await inPlatform(async (tx) => {
    const [row] = await tx.$queryRaw<{ wanted: boolean }[]>`SELECT domain_wanted(${name}) AS wanted`
    if (row?.wanted) return 'kept: it is claimed again'
    return asked || (await tx.sesIdentity.findUnique({ where: { name } })) ? undefined : 'kept: it was not made here'
  })
  if (go !== undefined) return go
  await deleteIdentity(name)
  await inPlatform((tx) => tx.sesIdentity.deleteMany({ where: { name } }))
  return 'deleted'
}
