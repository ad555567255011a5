import { readFileSync } from 'node:fs'
import nodemailer from 'nodemailer'
import { z } from 'zod'

const Local = z.object({
  consoleUrl: z.string(),
  smtp: z.object({ host: z.string(), port: z.number() }),
  tenant: z.object({ slug: z.string(), email: z.string(), password: z.string(), apiKey: z.string(), domain: z.string() }),
})

/** What the running copy says of itself. */
export function local(): z.infer<typeof Local> {
  const file = process.env['POSTROOM_LOCAL_JSON'] ?? '.postroom/local.json'
  return Local.parse(JSON.parse(readFileSync(file, 'utf8')))
}

interface Mail {
  subject: string
  text: string
  to?: string
  attachments?: { filename: string; content: Buffer }[]
}

/** Sends a mail to the demo domain through the copy's SMTP port, as a stranger would. Gives the recipient. */
export async function sendMail({ subject, text, to = `hello@${local().tenant.domain}`, attachments = [] }: Mail): Promise<string> {
  const { smtp } = local()
  const transport = nodemailer.createTransport({ host: smtp.host, port: smtp.port, secure: false, tls: { rejectUnauthorized: false } })
  try {
    await transport.sendMail({ from: 'Stranger <stranger@sender.example>', to, subject, text, attachments })
  } finally {
    transport.close()
  }
  return to
}
