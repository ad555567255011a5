import { isSetupToken } from '@/lib/core/access/setup-token'
import { Refusal } from '@/lib/core/access/refusal'
import { config } from '@/lib/config'
import { database } from '@/lib/db/client'
import { createUser } from './create-user'

export const setupKey = (): Buffer => config().deriveKey('setup')

export async function hasOperator(): Promise<boolean> {
  return (await database().prisma.user.count({ where: { isOperator: true, disabledAt: null } })) > 0
}

/** Whether the token of a set-up link still makes the first operator. */
export const isSetupOpen = async (token: string): Promise<boolean> => config().deriveKeys('setup').some((key) => isSetupToken(token, key, Date.now())) && !(await hasOperator())

/** Makes the first operator by the link that the start printed. The link is void once there is one. Throws Refusal. */
export async function createFirstOperator({ token, input, ip }: { token: string; input: { email: string; name: string; password: string }; ip?: string }): Promise<{ id: string }> {
  if (!(await isSetupOpen(token)))
    throw new Refusal('forbidden', 'This link is not valid any more: start Postroom again for a new one, or log in.')
  return createUser({ ctx: { actor: { kind: 'job', id: 'setup' }, ip }, input: { ...input, isOperator: true, locale: 'en' } })
}
