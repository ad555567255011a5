import { expect, it } from 'vitest'
import { composeDemo } from './compose'

it('makes forty mails, some signed, some marked as spam', async () => {
  const { mails, records } = await composeDemo('demo.example')
  expect(mails).toHaveLength(40)
  const texts = mails.map((m) => m.raw.toString('latin1'))
  expect(texts.filter((t) => t.includes('DKIM-Signature:'))).toHaveLength(3)
  expect(mails.every((m) => m.to.endsWith('@demo.example'))).toBe(true)
  expect(records.find((r) => r.name === 'demo._domainkey.harbor.example')?.values[0]).toMatch(/^v=DKIM1; k=rsa; p=MII/)
})
