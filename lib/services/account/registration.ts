import { registrationOf, registrationProblem, type Registration } from '@/lib/core/account/registration'
import { Refusal } from '@/lib/core/access/refusal'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/tenant'

const readRegistration = async (tx: Pick<Transaction, 'platformSetting'>): Promise<Registration> =>
  registrationOf((await tx.platformSetting.findUnique({ where: { key: 'registration' }, select: { value: true } }))?.value)

/** Who may sign up, as a stranger is told it: everybody, addresses of some domains, nobody. */
export const registrationNow = (): Promise<Registration> => readRegistration(database().prisma)

/**
 * Before an account is made: whether this address may have one. Somebody with a valid invitation may, whatever the setting says.
 * Throws Refusal `forbidden` whose problem carries the code `closed` or `domain`; neither tells whether the address has an account.
 */
export async function refuseUnregistrable(tx: Transaction, email: string, { invited = false } = {}): Promise<void> {
  if (invited) return
  const registration = await readRegistration(tx)
  const code = registrationProblem(registration, email)
  if (!code) return
  const domains = registration.allowedDomains.join(', ')
  const message =
    code === 'closed'
      ? 'Nobody can sign up here by themselves: ask the owner of a tenant for an invitation.'
      : `Only addresses at ${domains} can sign up here: use one, or ask the owner of a tenant for an invitation.`
  throw new Refusal('forbidden', message, [{ path: ['email'], message, code }])
}
