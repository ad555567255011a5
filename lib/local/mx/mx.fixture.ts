import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { testCloud } from './cloud.fixture'
import { setEvaluation } from './evaluation'
import { startMx } from './server'

export const PLAIN = 'From: Ann <ann@client.test>\r\nTo: a@shop.test\r\nSubject: Hello\r\n\r\nHi.\r\n'

// In halves, as in scan.ts.
export const GTUBE = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*' + 'GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'
export const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** A notification as the tests read it. */
export interface Told {
  notificationType: string
  mail: {
    timestamp: string
    source: string
    messageId: string
    destination: string[]
    headersTruncated: boolean
    headers: { name: string; value: string }[]
    commonHeaders: Record<string, string | string[]>
  }
  receipt: {
    recipients: string[]
    processingTimeMillis: number
    dmarcPolicy?: string
    action: Record<string, string>
    [verdict: string]: unknown
  }
  content?: string
}

export const verdictsOf = (t: Told | undefined): Record<string, string> =>
  Object.fromEntries(['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((k) => [k, (t?.receipt[`${k}Verdict`] as { status: string }).status]))

/** Speaks SMTP by hand: each line waits for its reply. Gives all that the server said. */
function talk(port: number, lines: (string | Buffer | (() => string))[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const replies: string[] = []
    let pending = ''
    const rest = [...lines]
    const socket = connect(port, '127.0.0.1')
    socket.on('data', (data) => {
      if (socket.writableEnded) return
      pending += data.toString()
      const full = pending.split('\r\n')
      if (!/^\d{3} /.test(full.at(-2) ?? '')) return
      replies.push(pending.trimEnd())
      pending = ''
      const next = rest.shift()
      if (next === undefined) socket.end('QUIT\r\n')
      else socket.write(Buffer.concat([Buffer.from(typeof next === 'function' ? next() : next), Buffer.from('\r\n')]))
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(replies))
  })
}

interface Refused {
  responseCode?: number
  response?: string
}

/** The error of a mail that was refused; throws where it was accepted. */
export async function refused(attempt: Promise<unknown>): Promise<Refused> {
  try {
    await attempt
  } catch (error) {
    return error as Refused
  }
  throw new Error('The mail was accepted.')
}

/** A local MX for the tests of one file, on a free port, in its first state before each test. */
export function useMx() {
  const cloud = testCloud()
  let mx: Awaited<ReturnType<typeof startMx>>
  beforeAll(async () => {
    mx = await startMx({ cloud, port: 0 })
  })
  beforeEach(async () => {
    cloud.reset()
    await setEvaluation(cloud, 'message')
  })
  afterAll(async () => {
    await mx.close()
    await cloud.discard()
  })
  return {
    cloud,
    port: () => mx.port,
    talk: (lines: (string | Buffer | (() => string))[]) => talk(mx.port, lines),
    async send(raw: string | Buffer, to: string | string[] = 'a@shop.test', from = 'ann@client.test') {
      const transport = createTransport({ host: mx.host, port: mx.port, ignoreTLS: true, name: 'client.test' })
      try {
        return await transport.sendMail({ envelope: { from, to }, raw })
      } finally {
        transport.close()
      }
    },
    told: (): Told[] => cloud.published.map((p) => JSON.parse(p.message) as Told),
    stored: (): Buffer => [...cloud.written.values()][0] ?? Buffer.alloc(0),
  }
}
