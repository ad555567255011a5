import MailComposer from 'nodemailer/lib/mail-composer'
import type { ProductMail } from '@/lib/core/account/product-mail'
import { config } from '@/lib/config'

interface Envelope {
  from: string
  /** Of the sender, beside the address. */
  name: string
  replyTo: string | null
  to: string
  messageId: string
  date: Date
}

/** A mail of the product as MIME: text, and a page that says the same. RFC 3834 §5: nobody's auto-reply shall answer it. */
export async function composeProductMail(mail: ProductMail, { from, name, replyTo, to, messageId, date }: Envelope): Promise<Buffer> {
  const { locale, subject, paragraphs, link, unsubscribe } = mail
  // Loaded with the first mail: no process needs it to start.
  const { renderLetter } = await import('./product/render')
  const home = new URL(config().url).host
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), `-- \nPostroom · ${home}`].join('\n\n') + (unsubscribe ? `\n${unsubscribe.label}: ${unsubscribe.url}` : '')
  const composer = new MailComposer({
    from: { name, address: from },
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    to: { name: '', address: to },
    subject,
    text: `${text}\n`,
    html: await renderLetter(mail, home),
    messageId,
    date,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...unsubscribeFields(unsubscribe?.url) },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** RFC 2369 §3.2 and, for https as it asks, RFC 8058 §3.1: the reader's program has a button that posts there. */
const unsubscribeFields = (url: string | undefined): Record<string, string> => ({
  ...(url && { 'List-Unsubscribe': `<${url}>` }),
  ...(url?.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})
