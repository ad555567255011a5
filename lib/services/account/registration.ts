import { Registration, registrationProblem } from '@/lib/core/account/registration'
import { Refusal } from '@/lib/core/access/refusal'
import type { Transaction } from '@/lib/db/tenant'

/** The platform setting `registration`. A missing one is open; one that cannot be read is closed, for somebody meant to narrow it. */
async function readRegistration(tx: Transaction): Promise<Registration> {
  const row = await tx.platformSetting.findUnique({ where: { key: 'registration' }, select: { value: true } })
  return row ? (Registration.safeParse(row.value).data ?? { open: false, allowedDomains: [] }) : { open: true, allowedDomains: [] }
}

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
