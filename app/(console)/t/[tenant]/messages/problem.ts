import { getTranslations } from 'next-intl/server'
import type { FilterName, LogQuery } from './search-params'

const labels = {
  q: 'search',
  from: 'from',
  recipient: 'to',
  disposition: 'outcome',
  spam: 'verdict.spam',
  virus: 'verdict.virus',
  spf: 'verdict.spf',
  dkim: 'verdict.dkim',
  dmarc: 'verdict.dmarc',
  direction: 'direction',
  period: 'period',
} as const

/** What is wrong with one filter of the address, and what to do. */
export async function problemText({ name, value }: LogQuery['problems'][number]): Promise<string> {
  const t = await getTranslations('messages')
  if (name === 'cursor' || name === 'newer') return t('badPage')
  if (name === 'since' || name === 'until') return t('badTime', { value })
  if (name !== 'q' && name !== 'from' && name !== 'recipient') return t('badChoice', { name: t(labels[name]), value })
  return t('tooLong', { name: t(labels[name]), max: name === 'q' ? 200 : 320 })
}

/** A filter's name as the reader sees it. */
export async function filterLabel(name: Exclude<FilterName, 'since' | 'until'>): Promise<string> {
  return (await getTranslations('messages'))(labels[name])
}
