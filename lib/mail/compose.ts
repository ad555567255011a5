import MailComposer from 'nodemailer/lib/mail-composer'
import type { ProductMail } from '@/lib/core/account/product-mail'

interface Envelope {
  from: string
  to: string
  messageId: string
  date: Date
}

/** A mail of the product as MIME: text and simple HTML. RFC 3834 §5: nobody's auto-reply shall answer it. */
export function composeProductMail(mail: ProductMail, { from, to, messageId, date }: Envelope): Promise<Buffer> {
  const { subject, paragraphs, link } = mail
  const text = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : [])].join('\n\n')
  const html = [...paragraphs.map((p) => `<p>${escaped(p)}</p>`), ...(link ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`] : [])].join('\n')
  const composer = new MailComposer({
    from: { name: 'Postroom', address: from },
    to: { name: '', address: to },
    subject,
    text: `${text}\n`,
    html,
    messageId,
    date,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c)
