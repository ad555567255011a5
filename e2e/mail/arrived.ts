import { until, type Api } from '@/prisma/demo/api'

/** A message as the API lists it. */
export interface Listed {
  id: string
  recipient: string
  subject: string
  verdicts: Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', string>
  disposition: string
  matchedRules: string[]
}

/** What the log has of this subject. */
async function listed(api: Api, subject: string): Promise<Listed[]> {
  const { data } = await api.call<{ data: Listed[] }>('GET', '/messages?limit=20')
  return data.filter((m) => m.subject === subject)
}

/** Waits until a tenant's log has `count` deliveries of this subject: 10 s, oldest recipient name first. */
export const arrived = (api: Api, subject: string, count = 1): Promise<Listed[]> =>
  until(`The arrival of "${subject}"`, 10_000, async () => {
    const found = await listed(api, subject)
    return found.length >= count ? found.sort((a, b) => a.recipient.localeCompare(b.recipient)) : undefined
  })
