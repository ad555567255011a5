import { getLocale, getTranslations } from 'next-intl/server'
import { Filters } from '@/components/message/filters'
import { verdictWords, type Verdict } from '@/lib/core/rules/rule'
import { dispositions, type Disposition } from '@/lib/core/rules/trace'
import { logTime, zoneName } from '@/lib/web/format'
import { wallClock } from '@/lib/web/zone'
import { filterLabel } from './problem'
import { filterNames, logHref, type FilterName, type LogQuery } from './search-params'

// Ends that incoming mail can have now; another that the address names is offered beside them.
const offered: readonly Disposition[] = ['kept', 'quarantined', 'dropped', 'failed']

/** The log's filters with their words, and a way to take each active one away. */
export async function LogFilters({ slug, read, zone }: { slug: string; read: LogQuery; zone: string }) {
  const [t, locale] = await Promise.all([getTranslations('messages'), getLocale()])
  const { values } = read
  const now = new Date()
  const short = zoneName(read.since ?? now, locale, zone)

  const shown = async (name: FilterName, value: string) => {
    if (name === 'since' || name === 'until') {
      const at = read[name]
      return { name: t(name, { zone: short }), value: at ? logTime(at, locale, zone, now) : value }
    }
    const label = await filterLabel(name)
    if (name === 'disposition' && isDisposition(value)) return { name: label, value: t(`disposition.${value}`) }
    if (name === 'spam' && isVerdict(value)) return { name: label, value: t(`word.spam.${value}`) }
    return { name: label, value }
  }
  const active = filterNames.flatMap((name) => {
    const value = values[name]
    if (!value) return []
    const { [name]: _gone, ...rest } = values
    return [shown(name, value).then((s) => ({ ...s, without: logHref(slug, rest, read.zone ? { zone: read.zone } : {}) }))]
  })
  const ends = dispositions.filter((d) => offered.includes(d) || d === values.disposition)
  return (
    <Filters
      action={logHref(slug, {})}
      values={{
        ...values,
        ...(read.since && { since: wallClock(read.since, zone) }),
        ...(read.until && { until: wallClock(read.until, zone) }),
      }}
      zone={{ id: zone, short }}
      dispositions={ends.map((value) => ({ value, label: t(`disposition.${value}`) }))}
      spam={verdictWords.map((value) => ({ value, label: t(`word.spam.${value}`) }))}
      active={await Promise.all(active)}
    />
  )
}

const isDisposition = (value: string): value is Disposition => (dispositions as readonly string[]).includes(value)
const isVerdict = (value: string): value is Verdict => (verdictWords as readonly string[]).includes(value)
