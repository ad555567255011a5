import type { SesState } from '@/lib/local/aws/contracts'
import { AwsError } from '@/lib/local/aws/protocol'
import type { createConfigurationSets } from './configuration-sets'
import { publications } from './events'
import type { createIdentities } from './identities'
import { newMessageId, outgoing, readDraft, type Tag } from './outgoing'
import type { createOutbox } from './outbox'
import { isAddress } from './recipient'
import { outcomes } from './simulator'
import type { createStatistics } from './statistics'
import { readHead } from '@/lib/local/mx/head'
import { addressesIn } from '@/lib/local/mx/addresses'

/** DG:quotas: To, Cc and Bcc together; the v1 API's size, base64 undone. */
const MAX_RECIPIENTS = 50
const MAX_BYTES = 10 * 1024 * 1024

export interface SendingParts {
  region: string
  now: () => Date
  identities: ReturnType<typeof createIdentities>
  configurationSets: ReturnType<typeof createConfigurationSets>
  outbox: ReturnType<typeof createOutbox>
  statistics: ReturnType<typeof createStatistics>
  sendingEnabled: () => boolean
}

/**
 * Takes a mail as SendRawEmail does. `source` and `destinations` may be empty: then the header says. Throws MessageRejected,
 * InvalidParameterValue, ConfigurationSetDoesNotExist; gives the message id once mail and events are on disk.
 */
export function createSend(parts: SendingParts): SesState['send'] {
  const { region, now, identities, configurationSets, outbox, statistics } = parts
  return async (input) => {
    if (!parts.sendingEnabled())
      throw new AwsError('AccountSendingPausedException', 'Email sending is disabled for your entire Amazon SES account.')
    if (input.raw.length > MAX_BYTES)
      throw new AwsError('InvalidParameterValue', `Message length is more than ${MAX_BYTES} bytes long: '${input.raw.length}'.`)
    const draft = readDraft(input.raw)
    const source = bare(input.source || draft.from[0] || '')
    const recipients = [...new Set((input.destinations.length > 0 ? input.destinations : draft.recipients).map(bare))]
    checkAddresses(source, recipients)
    checkVerified(source, draft.from)
    checkMailFrom(source)
    const setName = input.configurationSet || draft.configurationSet
    const set = setName ? configurationSets.find(setName) : undefined
    if (set && !set.sending)
      throw new AwsError(
        'ConfigurationSetSendingPausedException',
        `Sending is disabled for configuration set ${set.name}.`,
        400,
        'Sender',
        { ConfigurationSetName: set.name },
      )
    const tags = checkTags([...draft.tags, ...(input.tags ?? [])])

    const at = now()
    const id = newMessageId(at)
    const raw = outgoing(draft, id, at, region)
    const results = outcomes(recipients, id, at)
    const mail = { id, at, source, recipients, head: readHead(raw), tags }
    await outbox.add(
      { Id: id, Timestamp: at, Source: source, Destinations: recipients, raw },
      publications(mail, results, { set, identity: identities.of(source), region }),
    )
    await statistics.count(recipients.length, results)
    return id
  }

  function checkVerified(source: string, from: string[]): void {
    const unverified = [...new Set([source, ...from])].filter((a) => !identities.isVerified(a))
    if (unverified.length > 0)
      throw new AwsError(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${unverified.join(', ')}`,
      )
  }

  /** SDK SetIdentityMailFromDomain: with RejectMessage nothing is sent while the MAIL FROM domain is Pending, Failed or TemporaryFailure. */
  function checkMailFrom(source: string): void {
    const mailFrom = identities.of(source)?.mailFrom
    if (!mailFrom || mailFrom.status === 'Success' || mailFrom.onMxFailure !== 'RejectMessage') return
    throw new AwsError('MailFromDomainNotVerifiedException', `The MAIL FROM domain ${mailFrom.domain} is not verified: its MX record could not be read.`)
  }
}

/** `Name <a@b>` and `a@b` both give `a@b`. */
const bare = (address: string): string => (isAddress(address) ? address : (addressesIn([address])[0]?.address ?? address))

function checkAddresses(source: string, recipients: string[]): void {
  if (recipients.length === 0) throw new AwsError('InvalidParameterValue', "Missing required header 'To'.")
  if (recipients.length > MAX_RECIPIENTS) throw new AwsError('InvalidParameterValue', `Recipient count exceeds ${MAX_RECIPIENTS}.`)
  for (const address of [source, ...recipients]) {
    if (isAddress(address)) continue
    const problem = address.includes('@') ? 'Illegal address' : "Missing final '@domain'"
    throw new AwsError('InvalidParameterValue', `${problem}: ${address}`)
  }
}

/** SDK MessageTag: `[A-Za-z0-9_-]`, at most 255 characters; the values of addresses may be tags too, so `.` and `@` are taken. */
function checkTags(tags: Tag[]): Tag[] {
  for (const { Name, Value } of tags) {
    if (!/^[A-Za-z0-9_-]{1,255}$/.test(Name))
      throw new AwsError(
        'InvalidParameterValue',
        `Invalid tag name <${Name}>: only alphanumeric ASCII characters, '_' and '-' are allowed.`,
      )
    if (!/^[A-Za-z0-9_.@-]{1,255}$/.test(Value))
      throw new AwsError(
        'InvalidParameterValue',
        `Invalid tag value <${Value}>: only alphanumeric ASCII characters, '_', '-', '.' and '@' are allowed.`,
      )
  }
  const repeated = tags.find((t, i) => tags.findIndex((o) => o.Name === t.Name) !== i)
  if (repeated) throw new AwsError('InvalidParameterValue', `Duplicate tag name <${repeated.Name}>.`)
  return tags
}
