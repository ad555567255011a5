import nodemailer from 'nodemailer'

export interface Tenant {
  tenantId: string
  domain: string
}

/** A mail that the MX took, with what must come of it. */
export interface Accepted {
  messageId: string
  /** recipient → tenant id */
  recipients: Map<string, string>
  /** What the tenants' rule says of it. */
  disposition: 'kept' | 'quarantined'
}

/** Sends `count` mails over 16 connections; a temporary refusal is tried again, as a mail server would. */
export async function sendMails(options: { host: string; port: number; count: number; tenants: [Tenant, Tenant]; random: () => number; onProgress: (n: number) => void }): Promise<Accepted[]> {
  const { host, port, count, tenants, random } = options
  const transport = nodemailer.createTransport({ host, port, pool: true, maxConnections: 16, maxMessages: Infinity, secure: false, ignoreTLS: true })
  const accepted: Accepted[] = []
  const numbers = Array.from({ length: count }, (_, i) => i)
  const lane = async () => {
    for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
      accepted.push(await sendOne(transport, n, tenants, random))
      options.onProgress(accepted.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: 16 }, lane))
  } finally {
    transport.close()
  }
  return accepted
}

type Transport = ReturnType<typeof nodemailer.createTransport>

async function sendOne(transport: Transport, n: number, [one, two]: [Tenant, Tenant], random: () => number): Promise<Accepted> {
  const [a, b] = random() < 0.5 ? [one, two] : [two, one]
  const local = (s: string) => `${s}-${n}`
  const shape = random()
  // Most go to one recipient; some to three in two tenants, some with a tag or in capitals.
  const recipients: [string, Tenant][] =
    shape < 0.2
      ? [[`${local('a')}@${a.domain}`, a], [`${local('b')}+tag@${a.domain}`, a], [`${local('c')}@${b.domain}`, b]]
      : shape < 0.4
        ? [[`${local('a')}@${a.domain}`, a], [`${local('c')}@${b.domain}`, b]]
        : [[`${local('Solo')}@${a.domain}`, a]]
  const marked = random() < 0.3
  const subject = `torture ${n} ${marked ? 'set this aside' : 'plain'} 請求書`
  for (let tries = 0; ; tries++) {
    try {
      const info = await transport.sendMail({
        envelope: { from: `sender-${n}@sender.example`, to: recipients.map(([r]) => r) },
        from: `Sender <sender-${n}@sender.example>`,
        to: recipients.map(([r]) => r).join(', '),
        subject,
        text: `Letter ${n}.\n${'A line of text that says little. '.repeat(1 + Math.floor(random() * 40))}`,
      })
      const messageId = /^250 OK (\S+)/.exec((info as { response: string }).response)?.[1]
      if (!messageId) throw new Error(`the MX's answer names no message: ${(info as { response: string }).response}`)
      return { messageId, recipients: new Map(recipients.map(([r, t]) => [r.toLowerCase(), t.tenantId])), disposition: marked ? 'quarantined' : 'kept' }
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode
      if (tries >= 20 || (code !== undefined && code >= 500)) throw error
    }
  }
}
