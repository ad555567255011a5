import { getLocale, getTimeZone } from 'next-intl/server'
import { cache } from 'react'
import { ruleSetOverview } from '@/lib/services/rule-set/overview'
import { fullTime, logTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'
import { rulesHref } from './href'

/** What the pages of the rules begin with, once per request: who reads, the rule set, and times in the reader's form. */
export const readRules = cache(async (slug: string, below: string) => {
  await requireUser(rulesHref(slug, {}, below))
  const [{ ctx }, locale, zone] = await Promise.all([tenantContext(slug, 'rules.read'), getLocale(), getTimeZone()])
  const set = await ruleSetOverview({ ctx, slug })
  const now = new Date()
  const time = (iso: string) => logTime(new Date(iso), locale, zone, now)
  const full = (iso: string) => fullTime(new Date(iso), locale, zone)
  return { ctx, set, locale, zone, time, full, now }
})
