import { z } from 'zod'

const DomainName = z.string().trim().toLowerCase().regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'must be a domain name, such as example.com')

/** The platform setting `registration`: who may make an account. Without it everybody may. No domains: any. */
export const Registration = z.strictObject({ open: z.boolean().default(true), allowedDomains: z.array(DomainName).max(100, 'takes at most 100 domains').default([]) })
export type Registration = z.infer<typeof Registration>

/** A missing setting is open; one that cannot be read is closed, for somebody meant to narrow it. */
export const registrationOf = (stored: unknown): Registration => Registration.safeParse(stored ?? {}).data ?? { open: false, allowedDomains: [] }

/** Why this address may not make an account; undefined where it may. A domain allows no names below it. */
export function registrationProblem({ open, allowedDomains }: Registration, email: string): 'closed' | 'domain' | undefined {
  if (!open) return 'closed'
  if (allowedDomains.length === 0) return undefined
  return allowedDomains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase()) ? undefined : 'domain'
}
