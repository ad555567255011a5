import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { zipSync } from 'fflate'
import { test } from '@/e2e/access/signed-in'
import { openMessage } from '@/e2e/journeys/log-in'
import { words } from '@/e2e/journeys/words'
import { sendMail } from './send'

// Both test strings are put together here, so that no scanner takes this file for what it describes.
const gtube = ['XJS*C4JDBQADN1.NSBN3*2IDNEN', 'GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL', 'C.34X'].join('*')
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', 'H+H*'].join('$')

const subjectOf = (what: string) => `${what} ${randomBytes(6).toString('hex')}`

test('GTUBE is spam, quarantined, and the page says why', async ({ page }) => {
  const t = words('messages')
  const subject = subjectOf('Gtube')
  await sendMail({ subject, text: `Hello.\n\n${gtube}\n` })
  await openMessage(page, subject)
  const main = page.getByRole('main')
  await expect(main.getByText(t('disposition.quarantined'), { exact: true }).first()).toBeVisible()
  await expect(main.getByRole('list', { name: t('verdicts'), exact: true })).toContainText(
    t('verdictIs', { name: t('verdict.spam'), word: t('word.spam.FAIL') }),
  )
  await expect(main.getByRole('list', { name: t('page.timelineHint') })).toContainText(t('verdict.spam'))
})

test('EICAR in a zip is a virus', async ({ page }) => {
  const t = words('messages')
  const subject = subjectOf('Zip')
  const zip = Buffer.from(zipSync({ 'notes.txt': Buffer.from(eicar) }))
  await sendMail({ subject, text: 'See the file.', attachments: [{ filename: 'notes.zip', content: zip }] })
  await openMessage(page, subject)
  const main = page.getByRole('main')
  await expect(main.getByRole('list', { name: t('verdicts'), exact: true })).toContainText(
    t('verdictIs', { name: t('verdict.virus'), word: t('word.virus.FAIL') }),
  )
  await expect(main.getByText('notes.zip')).toBeVisible()
  await expect(main.getByText(t('disposition.kept'), { exact: true })).toHaveCount(0)
})
