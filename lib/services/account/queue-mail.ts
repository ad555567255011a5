import { randomBytes, randomUUID } from 'node:crypto'
import { config } from '@/lib/config'
import { ProductMail, type MailKind } from '@/lib/core/account/product-mail'
import { seal } from '@/lib/core/account/seal'
import { sealedUses } from '@/lib/core/sealing/uses'
import type { Transaction } from '@/lib/db/tenant'
import { sendJob } from '@/lib/queue/send'

interface Queued {
  kind: MailKind
  to: string
  content: ProductMail
  id?: string
}

/** Queues a mail of the product in its cause's transaction: it goes out when, and only when, the cause stands. Gives its id. */
export async function queueMail(tx: Transaction, { kind, to, content, id = randomUUID() }: Queued): Promise<string> {
  const sealed = seal(config().deriveKey(sealedUses.productMail), randomBytes(12), id, JSON.stringify(ProductMail.parse(content)))
  await tx.$executeRaw`INSERT INTO product_mail (id, kind, recipient, content) VALUES (${id}::uuid, ${kind}, ${to}, ${sealed})`
  await sendJob(tx, 'send', { id })
  return id
}
