import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { changesOf } from '@/lib/core/audit/change'
import type { AuditRow } from '@/lib/core/audit/row'
import { Actor } from './actor'
import { Change } from './change'
import { Thing } from './thing'

interface Props {
  rows: readonly AuditRow[]
  /** The zone's short name, for the head. */
  zone: string
  time: (at: Date) => { short: string; full: string }
  /** The page narrowed to one actor, or to one thing. */
  only: (filter: { actor?: string; target?: string }) => string
}

/** The audit as a table: when, who, what to which thing, from where, before → after. */
export function AuditLog({ rows, zone, time, only }: Props) {
  const t = useTranslations('audit')
  const verb = (name: string) => (t.has(`verb.${name}` as 'verb.rules.publish') ? t(`verb.${name}` as 'verb.rules.publish') : name)
  return (
    <Table
      label={t('title')}
      columns={[
        { id: 'did', head: t('did'), phone: 'title' },
        { id: 'time', head: t('time', { zone }), phone: 'side', nowrap: true },
        { id: 'who', head: t('who') },
        { id: 'change', head: t('change'), phone: 'block' },
        { id: 'ip', head: t('ip'), nowrap: true },
      ]}
      rows={rows.map((row) => {
        const { short, full } = time(row.at)
        return {
          id: row.id,
          name: verb(row.verb),
          cells: {
            did: (
              <>
                <span className="font-medium">{verb(row.verb)}</span>
                <Thing kind={row.targetKind} id={row.targetId} name={row.targetName} only={only({ target: row.targetId ?? '' })} />
              </>
            ),
            time: <Time at={row.at} full={full}>{short}</Time>,
            who: <Actor kind={row.actorKind} id={row.actorId} name={row.actorName} address={row.actorAddress} deleted={row.actorDeleted} only={only({ actor: row.actorId ?? '' })} />,
            change: <Change changes={changesOf(row.before, row.after)} sides={{ before: row.before !== null, after: row.after !== null }} time={(at) => time(at).short} />,
            ip: row.ip ? <bdi className="font-mono">{row.ip}</bdi> : <span className="text-ink-3">{t('noIp')}</span>,
          },
        }
      })}
    />
  )
}
