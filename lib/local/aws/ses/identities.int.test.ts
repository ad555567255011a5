import {
  DeleteIdentityCommand,
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityNotificationAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  ListIdentitiesCommand,
  ListVerifiedEmailAddressesCommand,
  SendRawEmailCommand,
  SetIdentityDkimEnabledCommand,
  SetIdentityFeedbackForwardingEnabledCommand,
  SetIdentityHeadersInNotificationsEnabledCommand,
  SetIdentityMailFromDomainCommand,
  SetIdentityNotificationTopicCommand,
  VerifyDomainDkimCommand,
  VerifyDomainIdentityCommand,
  VerifyEmailIdentityCommand,
  type SESClient,
} from '@aws-sdk/client-ses'
import { CreateTopicCommand } from '@aws-sdk/client-sns'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { failure, Started } from '@/lib/local/aws/started.fixture'

let started: Started
let ses: SESClient
let n = 0
let domain: string
beforeAll(async () => {
  started = await Started.open()
  ses = started.ses()
})
afterAll(() => started.close())
beforeEach(() => {
  domain = `d${n++}.test`
})

const status = async (name: string) =>
  (await ses.send(new GetIdentityVerificationAttributesCommand({ Identities: [name] }))).VerificationAttributes?.[name]?.VerificationStatus
const dkim = async () => (await ses.send(new GetIdentityDkimAttributesCommand({ Identities: [domain] }))).DkimAttributes?.[domain]
const begin = async () => (await ses.send(new VerifyDomainIdentityCommand({ Domain: domain }))).VerificationToken ?? ''

describe('a domain', () => {
  it('verifies by its TXT token and by nothing else', async () => {
    const token = await begin()
    expect(await status(domain)).toBe('Pending')
    await started.setDns(`_amazonses.${domain}`, 'TXT', ['something else'])
    expect(await status(domain)).toBe('Pending')
    expect(started.aws.cloud.ses.isVerified(`a@${domain}`)).toBe(false)
    await started.setDns(`_amazonses.${domain}`, 'TXT', ['other', token])
    expect(await status(domain)).toBe('Success')
    expect(started.aws.cloud.ses.isVerified(`A@${domain.toUpperCase()}`)).toBe(true)
    expect(started.aws.cloud.ses.isVerified(`a@sub.${domain}`)).toBe(true)
    expect(started.aws.cloud.ses.isVerified(`a@not${domain}`)).toBe(false)
    expect((await ses.send(new VerifyDomainIdentityCommand({ Domain: domain.toUpperCase() }))).VerificationToken).toBe(token)
  })

  it('verifies by all three DKIM CNAMEs', async () => {
    const { DkimTokens: tokens = [] } = await ses.send(new VerifyDomainDkimCommand({ Domain: domain }))
    expect(tokens).toHaveLength(3)
    expect(tokens.every((t) => /^[a-z0-9]{32}$/.test(t))).toBe(true)
    expect(await dkim()).toEqual({ DkimEnabled: true, DkimVerificationStatus: 'Pending', DkimTokens: tokens })
    expect(await failure(ses.send(new SetIdentityDkimEnabledCommand({ Identity: domain, DkimEnabled: true })))).toMatch(
      /^InvalidParameterValue/,
    )
    const point = (i: number, to?: string) =>
      started.setDns(`${tokens[i]}._domainkey.${domain}`, 'CNAME', [to ?? `${tokens[i]}.dkim.amazonses.com`])
    await point(0)
    await point(1)
    await point(2, 'elsewhere.test')
    expect((await dkim())?.DkimVerificationStatus).toBe('Pending')
    await point(2)
    expect((await dkim())?.DkimVerificationStatus).toBe('Success')
    expect(await status(domain)).toBe('Success')
    await ses.send(new SetIdentityDkimEnabledCommand({ Identity: domain, DkimEnabled: false }))
    expect((await dkim())?.DkimEnabled).toBe(false)
  })

  it('verifies without being asked again', async () => {
    const token = await begin()
    await started.setDns(`_amazonses.${domain}`, 'TXT', [token])
    await vi.waitFor(() => expect(started.aws.cloud.ses.isVerified(domain)).toBe(true), { timeout: 5000 })
  })

  it('fails after 72 hours, and starts anew when asked', async () => {
    const token = await begin()
    started.aheadMs = 72 * 3_600_000 + 1000
    expect(await status(domain)).toBe('Failed')
    await started.setDns(`_amazonses.${domain}`, 'TXT', [token])
    expect(await status(domain)).toBe('Failed')
    expect(await begin()).toBe(token)
    expect(await status(domain)).toBe('Success')
    started.aheadMs = 0
  })

  it('has a MAIL FROM domain once MX and SPF stand', async () => {
    await begin()
    const set = (MailFromDomain?: string) => ses.send(new SetIdentityMailFromDomainCommand({ Identity: domain, MailFromDomain }))
    const mailFrom = async () =>
      (await ses.send(new GetIdentityMailFromDomainAttributesCommand({ Identities: [domain] }))).MailFromDomainAttributes?.[domain]
    expect(await failure(set('bounce.other.test'))).toContain('is not subdomain')
    await set(`bounce.${domain}`)
    expect(await mailFrom()).toEqual({
      MailFromDomain: `bounce.${domain}`,
      MailFromDomainStatus: 'Pending',
      BehaviorOnMXFailure: 'UseDefaultValue',
    })
    await started.setDns(`bounce.${domain}`, 'MX', ['10 feedback-smtp.us-east-1.amazonses.com'])
    expect((await mailFrom())?.MailFromDomainStatus).toBe('Pending')
    await started.setDns(`bounce.${domain}`, 'TXT', ['v=spf1 include:amazonses.com ~all'])
    expect((await mailFrom())?.MailFromDomainStatus).toBe('Success')
    await set()
    expect(await mailFrom()).toEqual({ BehaviorOnMXFailure: 'UseDefaultValue' })
  })

  it('sends nothing without its MAIL FROM domain where that was chosen', async () => {
    await started.setDns(`_amazonses.${domain}`, 'TXT', [await begin()])
    await status(domain)
    const choose = (BehaviorOnMXFailure: 'RejectMessage' | 'UseDefaultValue') =>
      ses.send(new SetIdentityMailFromDomainCommand({ Identity: domain, MailFromDomain: `bounce.${domain}`, BehaviorOnMXFailure }))
    const send = () => ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(`From: a@${domain}\r\nTo: b@other.test\r\n\r\nHello\r\n`) } }))
    await choose('RejectMessage')
    expect(await failure(send())).toMatch(/^MailFromDomainNotVerifiedException/)
    await choose('UseDefaultValue')
    await send()
    await choose('RejectMessage')
    await started.setDns(`bounce.${domain}`, 'MX', ['10 feedback-smtp.us-east-1.amazonses.com'])
    await started.setDns(`bounce.${domain}`, 'TXT', ['v=spf1 include:amazonses.com ~all'])
    await vi.waitFor(send, { timeout: 5000 })
  })

  it('is gone when deleted, and unknown names are left out', async () => {
    await begin()
    await ses.send(new DeleteIdentityCommand({ Identity: domain }))
    await ses.send(new DeleteIdentityCommand({ Identity: domain }))
    expect((await ses.send(new GetIdentityVerificationAttributesCommand({ Identities: [domain] }))).VerificationAttributes).toEqual({})
    expect(await failure(ses.send(new VerifyDomainIdentityCommand({ Domain: 'no domain' })))).toMatch(/^InvalidParameterValue/)
  })

  it('keeps its notification settings', async () => {
    await begin()
    const { TopicArn: SnsTopic } = await started.sns().send(new CreateTopicCommand({ Name: 'feedback' }))
    const forward = (ForwardingEnabled: boolean) =>
      ses.send(new SetIdentityFeedbackForwardingEnabledCommand({ Identity: domain, ForwardingEnabled }))
    expect(await failure(forward(false))).toMatch(/^InvalidParameterValue/)
    for (const NotificationType of ['Bounce', 'Complaint'] as const) {
      await ses.send(new SetIdentityNotificationTopicCommand({ Identity: domain, NotificationType, SnsTopic }))
      await ses.send(new SetIdentityHeadersInNotificationsEnabledCommand({ Identity: domain, NotificationType, Enabled: true }))
    }
    await forward(false)
    const { NotificationAttributes } = await ses.send(new GetIdentityNotificationAttributesCommand({ Identities: [domain] }))
    expect(NotificationAttributes?.[domain]).toEqual({
      BounceTopic: SnsTopic,
      ComplaintTopic: SnsTopic,
      ForwardingEnabled: false,
      HeadersInBounceNotificationsEnabled: true,
      HeadersInComplaintNotificationsEnabled: true,
      HeadersInDeliveryNotificationsEnabled: false,
    })
  })
})

it('proves an address by the link that was mailed to it', async () => {
  const address = `someone@${domain}`
  await ses.send(new VerifyEmailIdentityCommand({ EmailAddress: address }))
  expect(await status(address)).toBe('Pending')
  const sent = (await (await fetch(`${started.aws.endpoint}/_aws/ses`)).json()) as {
    messages: { Destinations: string[]; RawDataBase64: string }[]
  }
  const mail = sent.messages.find((m) => m.Destinations.includes(address))
  const link = /http:\S+verify\S+/.exec(Buffer.from(mail?.RawDataBase64 ?? '', 'base64').toString())?.[0] ?? ''
  expect((await fetch(`${started.aws.endpoint}/_local/verify?token=wrong`)).status).toBe(404)
  expect((await fetch(link)).status).toBe(200)
  expect(await status(address)).toBe('Success')
  expect((await ses.send(new ListVerifiedEmailAddressesCommand({}))).VerifiedEmailAddresses).toContain(address)
  expect(started.aws.cloud.ses.isVerified(domain)).toBe(false)
})

it('lists in pages, by kind, over a restart', async () => {
  for (let i = 0; i < 5; i++) await ses.send(new VerifyDomainIdentityCommand({ Domain: `p${i}.pages.test` }))
  await started.restart()
  ses = started.ses()
  const all: string[] = []
  let NextToken: string | undefined
  let pages = 0
  do {
    const page = await ses.send(new ListIdentitiesCommand({ MaxItems: 2, NextToken, IdentityType: 'Domain' }))
    all.push(...(page.Identities ?? []))
    NextToken = page.NextToken
    pages++
  } while (NextToken)
  expect(pages).toBe(Math.ceil(all.length / 2))
  expect(new Set(all).size).toBe(all.length)
  expect(all.filter((d) => d.endsWith('.pages.test'))).toHaveLength(5)
  expect(all.some((d) => d.includes('@'))).toBe(false)
})
