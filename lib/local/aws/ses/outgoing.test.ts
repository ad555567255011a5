import { describe, expect, it } from 'vitest'
import { outgoing, readDraft } from './outgoing'

const at = new Date('2026-01-02T03:04:05Z')
const lines = (...text: string[]) => Buffer.from(text.join('\r\n'))
const send = (raw: Buffer) => outgoing(readDraft(raw), 'id-1', at, 'eu-west-1').toString('utf8')

describe('outgoing', () => {
  it('replaces Message-ID and Date, and leaves out Bcc and what was for SES', () => {
    const sent = send(
      lines(
        'From: a@b.test',
        'Bcc: secret@b.test,',
        ' more@b.test',
        'Message-ID: <mine>',
        'Date: then',
        'X-SES-CONFIGURATION-SET: set',
        'X-SES-MESSAGE-TAGS: a=b',
        'Subject: s',
        '',
        'body',
      ),
    )
    expect(sent).not.toMatch(/bcc|secret|more@|<mine>|then|X-SES-CONF|X-SES-MESSAGE/i)
    expect(sent).toContain('Message-ID: <id-1@eu-west-1.amazonses.com>\r\nDate: Fri, 02 Jan 2026 03:04:05 +0000\r\n')
    expect(sent).toMatch(/X-SES-Outgoing: .*\r\n\r\nbody$/)
    expect(outgoing(readDraft(lines('From: a@b.test', '', '')), 'x', at, 'us-east-1').toString()).toContain('<x@email.amazonses.com>')
  })

  it('keeps the body byte for byte but for line ends', () => {
    const raw = Buffer.concat([Buffer.from('From: a@b.test\nSubject: x\n\nline\nüñ\n'), Buffer.from([0xff, 0x00, 0x80])])
    const sent = outgoing(readDraft(raw), 'i', at, 'us-east-1')
    expect(sent.subarray(sent.indexOf('\r\n\r\n') + 4)).toEqual(
      Buffer.concat([Buffer.from('line\r\nüñ\r\n'), Buffer.from([0xff, 0x00, 0x80])]),
    )
  })

  it('ends a mail without a body in an empty line', () => {
    expect(send(Buffer.from('From: a@b.test'))).toMatch(/^From: a@b\.test\r\n.*\r\n\r\n$/s)
  })
})

describe('readDraft', () => {
  it('finds sender, recipients, tags and configuration set', () => {
    const draft = readDraft(
      lines(
        'From: "A, B" <a@b.test>',
        'To: x@y.test, G: g1@y.test, g2@y.test;',
        'Cc: c@y.test',
        'Bcc: d@y.test',
        'X-SES-CONFIGURATION-SET: set',
        'X-SES-MESSAGE-TAGS: k=v, l=w',
        '',
        '',
      ),
    )
    expect(draft.from).toEqual(['a@b.test'])
    expect(draft.recipients).toEqual(['x@y.test', 'g1@y.test', 'g2@y.test', 'c@y.test', 'd@y.test'])
    expect(draft.configurationSet).toBe('set')
    expect(draft.tags).toEqual([
      { Name: 'k', Value: 'v' },
      { Name: 'l', Value: 'w' },
    ])
  })

  it('refuses what SES does not take', () => {
    expect(() => readDraft(lines('Subject: x', '', ''))).toThrow("Missing required header 'From'.")
    expect(() => readDraft(lines('From: a@b.test', 'From: c@d.test', '', ''))).toThrow("Duplicate header 'From'.")
    expect(() => readDraft(Buffer.alloc(0))).toThrow("Missing required header 'From'.")
  })
})
