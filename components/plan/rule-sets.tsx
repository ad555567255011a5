import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import type { KnownSet } from '@/lib/core/receipt/look'

/** The active receipt rule set, and the last ones of ours that are kept for a roll-back. */
export function RuleSets({ sets, time }: { sets: readonly KnownSet[]; time: (at: Date) => string }) {
  const t = useTranslations('operator.sets')
  return (
    <Table
      label={t('title')}
      empty={t('none')}
      columns={[
        { id: 'name', head: t('name'), phone: 'title' },
        { id: 'state', head: t('state'), phone: 'side' },
        { id: 'made', head: t('made'), phone: 'line' },
        { id: 'plan', head: t('plan'), phone: 'line' },
      ]}
      rows={sets.map((set) => ({
        id: set.name,
        name: set.name,
        cells: {
          name: <span className="font-mono wrap-anywhere">{set.name}</span>,
          state: set.active ? <Chip tone="ok" icon="tick">{t('active')}</Chip> : <span className="text-ink-3">{t('kept')}</span>,
          made: time(set.at),
          plan: set.planId ? <Link href={`/operator/sync/${set.planId}`} prefetch={false} className="text-accent underline">{t('byPlan')}</Link> : t('byOther'),
        },
      }))}
    />
  )
}
