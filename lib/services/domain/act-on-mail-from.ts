import { readMailFrom, writeMailFrom } from '@/lib/aws/ses/identity'
import { Fault } from '@/lib/core/fault'
import { mailFromAct, type MailFromAtSes } from '@/lib/core/domain/mail-from'
import type { CheckedRecord } from '@/lib/core/domain/records'
import type { Domain } from '@/lib/db/generated/client'
import { inTenant } from '@/lib/db/tenant'
import { log } from '@/lib/log'
import { wishOf } from './mail-from'

// Claim, act, settle: what is wanted stands in the row, its name among ours, before SES is called, so that a call whose worker died is known
// as ours and made again; a call is the same twice as once. A wish that came meanwhile is left to the next check.

/**
 * Tells SES what the tenant last asked for, and gives what SES has then; undefined where it could not be asked. A domain without proof is not
 * asked for: SES takes one call a second of the whole account. Throws nothing for what passes.
 */
export async function actOnMailFrom(row: Domain, records: readonly CheckedRecord[]): Promise<MailFromAtSes> {
  if (row.status === 'pending') return undefined
  const wish = wishOf(row)
  const stand = records.filter((r) => r.purpose.startsWith('mailFrom') && r.state === 'found').length === 2
  try {
    const before = await readMailFrom(row.name)
    const act = mailFromAct(wish, before, stand)
    if (act !== null) await write(row, act)
    if (wish.asked) await settle(row)
    return act === null ? before : await readMailFrom(row.name)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    log.warn({ err: error, domain: row.name }, 'SES could not be told of a MAIL FROM domain')
    return undefined
  }
}

async function write(row: Domain, act: 'set' | 'clear'): Promise<void> {
  const { domain, onMxFailure } = wishOf(row)
  try {
    await writeMailFrom(row.name, act === 'set' && domain !== null ? { domain, onMxFailure } : null)
  } catch (error) {
    if (!(error instanceof Fault) || error.permanence === 'transient') throw error
    // Refused: asking again would not help. SES has what it had, and the page says that it is not what was asked for.
    log.error({ err: error, domain: row.name }, 'SES refused a MAIL FROM domain')
  }
}

async function settle({ tenantId, id, mailFrom, mailFromOnMxFailure, mailFromAskedAt }: Domain): Promise<void> {
  await inTenant(tenantId, async (tx) => {
    const { count } = await tx.domain.updateMany({ where: { tenantId, id, mailFromAskedAt }, data: { mailFromAskedAt: null } })
    if (count > 0) return
    const now = await tx.domain.findFirst({ where: { tenantId, id } })
    // Something else was asked for meanwhile, perhaps told to SES already by another worker and undone by this one: once more.
    if (now && (now.mailFrom !== mailFrom || now.mailFromOnMxFailure !== mailFromOnMxFailure)) await tx.domain.updateMany({ where: { tenantId, id }, data: { mailFromAskedAt: new Date() } })
  })
}

/** Before the domain is given up: SES must not go on using, for the next owner, what this one asked for. What fails is logged, and shown there. */
export async function takeOffMailFrom(row: Domain): Promise<void> {
  if (row.status === 'pending' || row.mailFromOurs.length === 0) return
  try {
    const act = mailFromAct({ ...wishOf(row), domain: null, asked: true }, await readMailFrom(row.name))
    if (act !== null) await writeMailFrom(row.name, null)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    log.warn({ err: error, domain: row.name }, 'the MAIL FROM domain of a removed domain could not be taken off')
  }
}
