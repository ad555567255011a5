import { SendFault, sendRaw } from '@/lib/aws/ses/send'
import { config } from '@/lib/config'
import { ProductMail } from '@/lib/core/account/product-mail'
import { unseal } from '@/lib/core/account/seal'
import { sealedUses } from '@/lib/core/sealing/uses'
import { composeProductMail } from '@/lib/mail/compose'
import { claimMail, fail, release, settleSent } from './claim'
import { takeTurn } from './pace'
import { senderSetting, sendingSetting } from './setting'

/** Where a test lets the process die. */
export type Point = 'claimed' | 'before the call' | 'after the answer'

/**
 * Sends a mail of the product: claim, act, settle. SES has no idempotency key, so a claim without a clear answer stays as it is:
 * its Send event settles it, or `settleDoubts` queues it again. Gives the outcome in words; throws Fault where a retry may help.
 */
export async function sendProductMail(id: string, at: (point: Point) => void = () => {}): Promise<string> {
  const setting = await sendingSetting()
  await takeTurn(setting.perSecond)
  const claimed = await claimMail(id)
  if (!claimed) return 'not sent: it is not queued'
  at('claimed')
  const { attempt, recipient } = claimed
  const text = unseal(config().deriveKeys(sealedUses.productMail), id, claimed.content)
  if (text === undefined) {
    await fail(id, attempt, 'The content cannot be read: its key is in neither POSTROOM_KEY nor POSTROOM_KEY_OLD.')
    return 'failed: the content cannot be read'
  }
  const { domain } = config()
  const sender = await senderSetting()
  const from = `${sender.localPart}@${domain}`
  const raw = await composeProductMail(ProductMail.parse(JSON.parse(text)), { from, name: sender.name, replyTo: sender.replyTo, to: recipient, messageId: `<${id}@${domain}>`, date: new Date() })
  at('before the call')
  let sesMessageId: string
  try {
    sesMessageId = await sendRaw({ from, to: recipient, raw, configurationSet: setting.configurationSet, claim: id })
  } catch (error) {
    if (!(error instanceof SendFault)) throw error
    if (error.taken === 'unknown') return 'in doubt: SES gave no clear answer'
    if (error.permanence === 'transient') await release(id, attempt)
    else await fail(id, attempt, error.message)
    throw error
  }
  at('after the answer')
  await settleSent(id, sesMessageId)
  return `sent: ${sesMessageId}`
}
