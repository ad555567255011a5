import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from '@/e2e/access/signed-in'
import { local } from '@/e2e/journeys/local'
import { openMessage } from '@/e2e/journeys/log-in'
import { words } from '@/e2e/journeys/words'
import { Api } from '@/prisma/demo/api'
import { arrived } from './arrived'
import { sendRaw } from './send'
import { signer } from './signed'

const changes = [
  { what: 'as it was signed', verdict: 'PASS', change: (text: string) => text },
  { what: 'with a changed body', verdict: 'FAIL', change: (text: string) => text.replace('forty lamps', 'ninety lamps') },
] as const

for (const { what, verdict, change } of changes)
  test(`a DKIM-signed mail ${what} shows dkim ${verdict}, in the API and in words`, async ({ page }) => {
    const t = words('messages')
    const { consoleUrl, tenant } = local()
    const { from, sign } = await signer()
    const [to, subject] = [`signed@${tenant.domain}`, `Signed ${randomBytes(6).toString('hex')}`]
    const raw = await sign(to, subject, 'Please send forty lamps.\n')
    const sent = Buffer.from(change(raw.toString('latin1')), 'latin1')
    expect(sent.equals(raw)).toBe(verdict === 'PASS')
    await sendRaw(from, to, sent)

    const [message] = await arrived(new Api(consoleUrl, tenant.apiKey), subject)
    expect(message).toMatchObject({ recipient: to, verdicts: { dkim: verdict } })
    await openMessage(page, subject)
    await expect(page.getByRole('list', { name: t('verdicts'), exact: true })).toContainText(
      t('verdictIs', { name: t('verdict.dkim'), word: t(`word.dkim.${verdict}`) }),
    )
  })
