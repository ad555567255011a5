import { GetSendQuotaCommand, SendRawEmailCommand } from '@aws-sdk/client-ses'
import { sesSending } from '@/lib/aws/clients'
import { awsFault } from '@/lib/aws/fault'
import { Fault } from '@/lib/core/fault'

/** A send that failed. `taken`: whether SES may have the mail all the same, for it gave no clear answer. */
export class SendFault extends Fault {
  constructor(
    cause: Fault,
    readonly taken: 'no' | 'unknown',
  ) {
    super(cause.permanence, cause.message, { cause })
    this.name = 'SendFault'
  }
}

export interface RawSend {
  from: string
  to: string
  raw: Buffer
  configurationSet: string
  /** Comes back in each event of the mail. */
  claim: string
}

// Nothing was sent where no connection came to stand.
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])

/** Hands a mail to SES, once. Gives SES's message id; throws SendFault. */
export async function sendRaw({ from, to, raw, configurationSet, claim }: RawSend): Promise<string> {
  try {
    const answer = await sesSending().send(
      new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: raw }, ConfigurationSetName: configurationSet, Tags: [{ Name: 'postroom-send', Value: claim }] }),
    )
    return answer.MessageId ?? ''
  } catch (error) {
    const e = error as { code?: string; $fault?: string; $metadata?: { httpStatusCode?: number } }
    const refused = e.$fault === 'client' && e.$metadata?.httpStatusCode !== undefined && e.$metadata.httpStatusCode < 500
    throw new SendFault(awsFault(`Sending from ${from}`, error), refused || unconnected.has(e.code ?? '') ? 'no' : 'unknown')
  }
}

/** How many mails a second SES takes. Throws Fault. */
export async function readSendRate(): Promise<number> {
  try {
    return Math.max(0.1, (await sesSending().send(new GetSendQuotaCommand({}))).MaxSendRate ?? 1)
  } catch (error) {
    throw awsFault('Asking SES how much it sends', error)
  }
}
