import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { Disposition } from './disposition'
import { MailText } from './mail-text'
import type { MessageRow } from './row'
import { VerdictGlyphs, VerdictHead } from './verdict-glyphs'

interface Props {
  rows: readonly MessageRow[]
  /** Short name of the zone that times are shown in. */
  zone: string
  time: (at: Date) => { short: string; full: string }
}

const head = 'h-8 px-2 text-left align-middle font-medium text-ink-2 first:pl-4 last:pr-4'
const cell = 'sm:table-cell sm:h-8 sm:px-2 sm:align-middle sm:first:pl-4 sm:last:pr-4'

/**
 * The log. From 640 px on a table of 32 px rows, with the reason under those that have one; below, each message is two lines.
 * The roles are written out because `display: grid` takes them from table elements.
 */
export function LogTable({ rows, zone, time }: Props) {
  const t = useTranslations('messages')
  return (
    <table role="table" aria-label={t('table')} className="block w-full text-table sm:table sm:table-fixed">
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-b border-line bg-sunken text-meta">
          <th role="columnheader" scope="col" aria-sort="descending" className={`${head} w-36`}>
            {t('timeIn', { zone })}
          </th>
          <th role="columnheader" scope="col" className={`${head} w-[18%]`}>
            {t('from')}
          </th>
          <th role="columnheader" scope="col" className={`${head} w-[18%]`}>
            {t('to')}
          </th>
          <th role="columnheader" scope="col" className={head}>
            {t('subject')}
          </th>
          <th role="columnheader" scope="col" className={`${head} w-32`}>
            <VerdictHead />
          </th>
          <th role="columnheader" scope="col" className={`${head} w-32`}>
            {t('outcome')}
          </th>
        </tr>
      </thead>
      {rows.map((row) => (
        <Row key={row.id} row={row} at={time(row.receivedAt)} />
      ))}
    </table>
  )
}

function Row({ row, at }: { row: MessageRow; at: { short: string; full: string } }) {
  const t = useTranslations('messages')
  return (
    <tbody role="rowgroup" className="relative block border-b border-line last:border-0 hover:bg-hover sm:table-row-group">
      <tr
        role="row"
        className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 pt-2 pb-2 [grid-template-areas:'from_time''subject_outcome'] sm:table-row"
      >
        <td role="cell" className={`${cell} whitespace-nowrap text-ink-3 [grid-area:time]`}>
          <Link href={row.href} prefetch={false} className="text-ink-2 no-underline after:absolute after:inset-0 hover:underline sm:after:hidden">
            <Time plain at={row.receivedAt} full={at.full}>
              {at.short}
            </Time>
          </Link>
        </td>
        <td role="cell" className={`${cell} truncate [grid-area:from]`} title={row.from}>
          <MailText text={row.fromName || row.from || t('nullPath')} />
        </td>
        <td role="cell" className={`${cell} hidden truncate`} title={row.recipient}>
          <MailText text={row.recipient} />
        </td>
        <td role="cell" className={`${cell} truncate [grid-area:subject]`} title={row.subject}>
          <Link href={row.href} prefetch={false} className="relative font-medium text-ink no-underline hover:underline">
            {row.subject ? <MailText text={row.subject} /> : <span className="text-ink-3">{t('noSubject')}</span>}
          </Link>
        </td>
        <td role="cell" className={`${cell} hidden`}>
          <VerdictGlyphs verdicts={row.verdicts} />
        </td>
        <td role="cell" className={`${cell} [grid-area:outcome]`}>
          <Disposition name={row.disposition} />
        </td>
      </tr>
      {row.reason && (
        <tr role="row" className="hidden sm:table-row">
          <td role="cell" />
          <td role="cell" colSpan={5} className="truncate px-2 pb-1.5 text-meta text-ink-3" title={row.reason}>
            <span className="sr-only">{t('reason')}: </span>
            <span lang="en">
              <MailText text={row.reason} />
            </span>
          </td>
        </tr>
      )}
    </tbody>
  )
}
