import { getObject } from '@/lib/aws/objects'
import { parseEnvelopeAddress } from '@/lib/core/address/envelope'
import { dmarcPolicies } from '@/lib/core/message/incoming'
import type { Verdicts } from '@/lib/core/rules/verdict'
import { inTenantSql } from '@/lib/db/tenant'
import { parseMail, type ParsedMail } from '@/lib/mail/parse'

interface Row extends Verdicts {
  recipient: string
  mailFrom: string
  dmarcPolicy: string | null
  rawBucket: string
  rawKey: string
}

const select = `
  SELECT d.recipient, m."mailFrom", d.spam, d.virus, d.spf, d.dkim, d.dmarc, d."dmarcPolicy", m."rawBucket", m."rawKey"
  FROM delivery d JOIN message m ON m."tenantId" = d."tenantId" AND m.id = d."messageId"
  WHERE d."tenantId" = $1 AND d.id = $2 AND d.direction = 'in'`

/**
 * An incoming delivery of the tenant with its mail, read anew from the tenant's own copy: all that a decision needs but the rules.
 * Undefined for a foreign id and a missing one alike. Throws Fault where S3 does not give the mail.
 */
export async function storedMail(tenantId: string, deliveryId: string) {
  const { rows } = await inTenantSql(tenantId, (client) => client.query<Row>(select, [tenantId, deliveryId]))
  const [row] = rows
  if (!row) return undefined
  const mail: ParsedMail = await parseMail(await getObject(row.rawBucket, row.rawKey))
  const { recipient, mailFrom, spam, virus, spf, dkim, dmarc } = row
  const mailbox = parseEnvelopeAddress(recipient)?.mailbox ?? recipient
  const dmarcPolicy = dmarcPolicies.find((p) => p === row.dmarcPolicy) ?? null
  return { mail, recipient, mailbox, mailFrom, verdicts: { spam, virus, spf, dkim, dmarc }, dmarcPolicy }
}
