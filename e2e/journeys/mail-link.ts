import { simpleParser } from 'mailparser'
import { until } from '@/prisma/demo/api'
import { local } from './local'

interface Sent {
  Destinations: string[]
  RawDataBase64: string
}

/** The link to this page of ours in the newest mail that SES was given for the address. */
export async function mailedLink(email: string, page: string): Promise<string> {
  return until(`The mail to ${email} with a link to ${page}`, 30_000, async () => {
    const { messages } = (await (await fetch(`${local().awsEndpoint}/_aws/ses`)).json()) as { messages: Sent[] }
    for (const mail of messages.filter((m) => m.Destinations.includes(email)).reverse()) {
      const { text = '' } = await simpleParser(Buffer.from(mail.RawDataBase64, 'base64'))
      const found = new RegExp(`https?:\\S+${page}\\?token=[\\w-]+`).exec(text)?.[0]
      if (found) return found
    }
    return undefined
  })
}
