import { randomBytes } from 'node:crypto'
import type { Browser } from '@playwright/test'
import { simpleParser } from 'mailparser'
import nodemailer from 'nodemailer'
import type { LocalJson } from '@/lib/local/local-json'
import { Api, until } from '@/prisma/demo/api'
import { demoRules } from '@/prisma/demo/rules'

interface Account {
  email: string
  password: string
}

/** What the pictures show, by id. */
export interface Made {
  newcomer: Account
  founder: Account & { slug: string }
  message: string
  hostile: string
  domains: { verified: string; waiting: string }
  version: number
  plan: string
  deadLetter?: string
  member: string
  key: string
  webhook: { id: string; attempt: string }
  tenant: string
}

interface Listed {
  data: { id: string }[]
}

/** Puts into the copy what the demo has not: somebody new, a domain that waits, a draft that differs, a mail that deceives. */
export async function prepare(local: LocalJson, browser: Browser): Promise<Made> {
  const api = new Api(local.consoleUrl, local.tenant.apiKey)
  const operator = new Api(local.consoleUrl, local.operator.apiKey)
  const domains = (await api.call<{ data: { id: string; name: string }[] }>('GET', '/domains')).data
  const named = (name: string) => domains.find((d) => d.name === name)
  const waiting = named('shop.example') ?? (await api.call<{ id: string }>('POST', '/domains', { name: 'shop.example' }))
  await api.call('PUT', '/rule-set/draft', { rules: demoRules })
  const { version } = await api.call<{ version: number }>('POST', '/rule-set/publish')
  const [first, ...others] = demoRules
  await api.call('PUT', '/rule-set/draft', { rules: [first, { ...others[0]!, enabled: false }, ...others.slice(1), reviewsRule] })
  const quarantined = await api.call<Listed>('GET', '/messages?disposition=quarantined&limit=1')
  return {
    newcomer: await signUp(local, browser),
    founder: await found(local, browser),
    message: quarantined.data[0]!.id,
    hostile: await sendHostile(local, api),
    domains: { verified: named(local.tenant.domain)!.id, waiting: waiting.id },
    version,
    plan: (await operator.call<Listed>('GET', '/operator/plans')).data[0]!.id,
    member: (await api.call<{ data: { userId: string }[] }>('GET', '/members')).data[0]!.userId,
    key: (await api.call<Listed>('GET', '/api-keys')).data[0]!.id,
    webhook: await addWebhook(api),
    tenant: (await operator.call<Listed>('GET', `/operator/tenants?q=${local.tenant.slug}`)).data[0]!.id,
  }
}

const reviewsRule = { name: 'Reviews to the shop team', enabled: true, when: { all: [{ field: 'subject', op: 'contains', values: ['review'] }] }, actions: [{ type: 'keep' }] }

/** A webhook whose receiver is not there, with a first try that failed. */
async function addWebhook(api: Api): Promise<Made['webhook']> {
  const { id } = await api.call<{ id: string }>('POST', '/webhooks', { url: 'https://hooks.shop.example/mail', description: 'The shop’s own system', eventTypes: ['message.received'] })
  await api.call('POST', `/webhooks/${id}/test`)
  const attempt = await until('A try of the webhook', 30_000, async () => (await api.call<Listed>('GET', `/webhooks/${id}/attempts?state=failed`)).data[0]?.id)
  return { id, attempt }
}

/** Somebody with an account and no tenant yet. */
async function signUp(local: LocalJson, browser: Browser): Promise<Account> {
  const account = { email: `newcomer-${randomBytes(3).toString('hex')}@sender.example`, password: 'four words in a row' }
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(`${local.consoleUrl}/sign-up`)
  await page.locator('[name=name]').fill('Robin Newcomer')
  for (const [name, value] of Object.entries(account)) await page.locator(`[name=${name}]`).fill(value)
  await page.locator('main form button[type=submit]').first().click()
  const link = await until('The confirmation mail', 20_000, async () => {
    const { messages } = (await (await fetch(`${local.awsEndpoint}/_aws/ses`)).json()) as { messages: { Destinations: string[]; RawDataBase64: string }[] }
    const mail = messages.findLast((m) => m.Destinations.includes(account.email))
    return mail && /https?:\S+\/confirm\?token=\S+/.exec((await simpleParser(Buffer.from(mail.RawDataBase64, 'base64'))).text ?? '')?.[0]
  })
  await page.goto(link)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL('**/welcome')
  await page.close()
  return account
}

/** Somebody who has just made a tenant. */
async function found(local: LocalJson, browser: Browser): Promise<Account & { slug: string }> {
  const account = await signUp(local, browser)
  const slug = account.email.split('@')[0]!
  const page = await browser.newPage({ locale: 'en' })
  await page.goto(`${local.consoleUrl}/login`)
  await page.locator('[name=email]').fill(account.email)
  await page.locator('[name=password]').fill(account.password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL('**/welcome')
  await page.locator('[name=tenantName]').fill('Newcomer Ltd')
  await page.locator('[name=slug]').fill(slug)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(`**/t/${slug}`)
  await page.close()
  return { ...account, slug }
}

/** A mail whose link and pictures are not what they say, with a file. */
async function sendHostile({ smtp, tenant }: LocalJson, api: Api): Promise<string> {
  const subject = `Your parcel waits (${randomBytes(3).toString('hex')})`
  const transport = nodemailer.createTransport({ host: smtp.host, port: smtp.port, secure: false, ignoreTLS: true })
  await transport.sendMail({
    from: 'Parcel Service <service@sender.example>',
    to: `hello@${tenant.domain}`,
    subject,
    text: 'Your parcel waits. Pay the fee within 24 hours.',
    html: '<h1>Your parcel waits</h1><p>Pay the fee within <b>24 hours</b>: <a href="https://evil.example/pay">https://parcels.example/pay</a></p><img src="https://beacon.example/p.gif" alt=""><script>alert(1)</script>',
    attachments: [{ filename: 'invoice.pdf', content: Buffer.from('%PDF-1.4\n') }],
  })
  transport.close()
  return until('The arrival of the mail', 20_000, async () => (await api.call<{ data: { id: string; subject: string }[] }>('GET', '/messages?limit=10')).data.find((m) => m.subject === subject)?.id)
}
