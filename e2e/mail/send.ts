import nodemailer, { type SendMailOptions } from 'nodemailer'
import { local } from '@/e2e/journeys/local'

const stranger = 'stranger@sender.example'

async function send(mail: SendMailOptions): Promise<void> {
  const { smtp } = local()
  const transport = nodemailer.createTransport({ host: smtp.host, port: smtp.port, secure: false, tls: { rejectUnauthorized: false } })
  try {
    await transport.sendMail(mail)
  } finally {
    transport.close()
  }
}

interface Mail {
  subject: string
  text: string
  /** The demo tenant's own address where none is given. */
  to?: string
  attachments?: { filename: string; content: Buffer }[]
}

/** Sends a mail through the copy's SMTP port, as a stranger would. Gives the recipient. */
export async function sendMail({ subject, text, to = `hello@${local().tenant.domain}`, attachments = [] }: Mail): Promise<string> {
  await send({ from: `Stranger <${stranger}>`, to, subject, text, attachments })
  return to
}

/** Sends one mail to recipients that its header does not name. */
export const sendBlind = (to: string[], subject: string): Promise<void> =>
  send({ envelope: { from: stranger, to }, from: `Stranger <${stranger}>`, to: 'undisclosed-recipients:;', subject, text: 'One letter for all of you.' })

/** Sends bytes as they are. */
export const sendRaw = (from: string, to: string, raw: Buffer): Promise<void> => send({ envelope: { from, to }, raw })
