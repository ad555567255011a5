import { getLocale, getTranslations } from 'next-intl/server'
import { Filters } from '@/components/message/filters'
import { verdictNames, verdictWords, type Verdict, type VerdictName } from '@/lib/core/rules/verdict'
import { dispositions, type Disposition } from '@/lib/core/rules/trace'
import { logTime, zoneName } from '@/lib/web/format'
import { wallClock } from '@/lib/web/zone'
import { filterLabel } from './problem'
import { filterNames, isPeriod, logHref, periods, type FilterName, type LogQuery, type Period } from './search-params'

// Ends that incoming mail can have now; another that the address names is offered beside them.
const offered: readonly Disposition[] = ['kept', 'quarantined', 'dropped', 'failed']

/** The log's filters with their words, and a way to take each active one away. */
export async function LogFilters({ slug, read, zone }: { slug: string; read: LogQuery; zone: string }) {
  const [t, l, locale] = await Promise.all([getTranslations('messages'), getTranslations('log'), getLocale()])
  const { values } = read
  const { since: _since, until: _until, period: _period, ...untimed } = values
  const now = new Date()
  const short = zoneName(read.since ?? now, locale, zone)

  const shown = async (name: FilterName, value: string) => {
    if (name === 'since' || name === 'until') {
      const at = read[name]
      return { name: t(name, { zone: short }), value: at ? logTime(at, locale, zone, now) : value }
    }
    const label = await filterLabel(name)
    if (name === 'disposition' && isDisposition(value)) return { name: label, value: t(`disposition.${value}`) }
    if (isVerdictName(name) && isVerdict(value)) return { name: label, value: t(`word.${name}.${value}`) }
    if (name === 'direction' && (value === 'in' || value === 'out')) return { name: label, value: l(`directionIs.${value}`) }
    if (name === 'period' && isPeriod(value)) return { name: label, value: l(`periods.${value}`) }
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
      verdicts={Object.fromEntries(verdictNames.map((name) => [name, verdictWords.map((value) => ({ value, label: t(`word.${name}.${value}`) }))])) as Record<VerdictName, { value: string; label: string }[]>}
      directions={(['in', 'out'] as const).map((value) => ({ value, label: l(`directionIs.${value}`) }))}
      periods={[...(Object.keys(periods) as Period[]), 'all' as const].map((period) => ({
        label: l(`periods.${period}`),
        href: logHref(slug, { ...untimed, ...(period !== 'all' && { period }) }),
        current: period === 'all' ? !values.period && !values.since && !values.until : values.period === period,
      }))}
      active={await Promise.all(active)}
    />
  )
}

const isDisposition = (value: string): value is Disposition => (dispositions as readonly string[]).includes(value)
const isVerdict = (value: string): value is Verdict => (verdictWords as readonly string[]).includes(value)
const isVerdictName = (name: string): name is VerdictName => (verdictNames as readonly string[]).includes(name)
