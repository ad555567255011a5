import { createTranslator } from 'next-intl'
import { z } from 'zod'
import { marks } from '@/lib/core/domain/explain'
import { consents } from '@/lib/core/domain/consent'
import { mailFromStates } from '@/lib/core/domain/mail-from'
import { recordStates } from '@/lib/core/domain/records'
import { onMxFailures } from '@/lib/core/inputs/domain'
import type { DomainAnswer } from '@/lib/services/domain/answer'
import domains from '@/messages/en/domains.json'
import { instant, pageOf } from './page'

export const Domain = z.object({
  id: z.uuid(),
  name: z.string().describe('A-labels, lower case, no final dot.'),
  status: z.enum(['pending', 'verified', 'failing']),
  records: z
    .array(
      z.looseObject({
        purpose: z.string(),
        type: z.string(),
        name: z.string().describe('FQDN without a final dot.'),
        value: z.string(),
        state: z.enum(recordStates).describe('What the last check saw; `conflict`: several where only one may stand, so that none counts.'),
        found: z.array(z.string()).optional().describe('What stands at the name.'),
        ttl: z.number().optional().describe('Seconds for which caches may go on telling it, where it has to go.'),
        mark: z.enum(marks).describe('How good that is.'),
        why: z.string().nullable().describe('Why it is not as it should be.'),
        do: z.string().nullable().describe('What to do about it.'),
      }),
    )
    .describe('What the DNS must have.'),
  mailFrom: z
    .object({
      domain: z.string(),
      onMxFailure: z.enum(onMxFailures),
      state: z.enum(mailFromStates).describe('`asked`: Amazon SES is still to be told; `gone`: it does not use it; `foreign`: it uses one that was set elsewhere.'),
    })
    .nullable()
    .describe('The custom MAIL FROM domain that was asked for.'),
  foreignMailFrom: z.string().nullable().describe('The MAIL FROM domain at Amazon SES that was set elsewhere; it is left alone.'),
  expiresAt: instant.nullable().describe('When an unproved claim ends: 14 days after it was made.'),
  graceUntil: instant.nullable().describe('Until when mail is still taken for a failing domain.'),
  lapsedAt: instant.nullable().describe('Since when no mail is taken, the grace being over. It comes back by itself.'),
  lostAt: instant.nullable().describe('When another tenant proved the name by a fresh record while this one was gone: the domain is a claim again.'),
  consent: z.enum(consents).nullable().describe('What the owner of the domain above says, where it belongs to another tenant. `asked`: the proof is right, and the claim waits for it.'),
  adopted: z.boolean().describe('Amazon SES had the identity before the claim; removing the domain leaves it there.'),
  notice: z.string().nullable().describe('What there is to know beside the records.'),
  createdAt: instant,
  checkedAt: instant.nullable(),
  verifiedAt: instant.nullable(),
})

export const DomainPage = pageOf(Domain)

export const RemoveQuery = z.strictObject({ deleteIdentity: z.enum(['true', 'false']).default('false').describe('Also one that Amazon SES had before the claim.') })

export const ConsentParams = z.strictObject({ id: z.uuid(), consentId: z.uuid() })

export const ConsentRequest = z.object({
  id: z.uuid(),
  name: z.string().describe('The name below this domain, which another tenant has proved.'),
  record: z.object({ type: z.literal('TXT'), name: z.string(), value: z.string() }).describe('The record in your DNS that proves it: whoever put it there asks.'),
  state: z.enum(consents),
  askedAt: instant,
  answeredAt: instant.nullable(),
})

/** A domain as the API gives it: with each record's reason and remedy in words. */
export function domainInWords({ records, ...domain }: DomainAnswer): z.input<typeof Domain> {
  const t = createTranslator({ locale: 'en', messages: { domains }, namespace: 'domains' })
  return {
    ...domain,
    records: records.map((r) => ({ ...r, why: r.why && t(`whyIs.${r.why.key}`, r.why.params), do: r.do && t(`doIt.${r.do.key}`, r.do.params) })),
  }
}
