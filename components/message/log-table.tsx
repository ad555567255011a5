import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { PlainTime } from '@/components/ui/plain-time'
import { Disposition } from './disposition'
import { bulkForm } from './bulk-state'
import { MailText } from './mail-text'
import { Reason } from './reason'
import type { MessageRow } from './row'
import { VerdictGlyphs, VerdictHead } from './verdict-glyphs'

interface Props {
  rows: readonly MessageRow[]
  /** Columns beside the usual ones. */
  more: readonly ('size' | 'rules' | 'ses')[]
  size: (bytes: number) => string
  /** Whether the reader may act on rows: else there is nothing to tick. */
  acts: boolean
  /** Short name of the zone that times are shown in. */
  zone: string
  time: (at: Date) => { short: string; full: string }
}

const head = 'h-8 px-2 text-left align-middle font-medium text-ink-2 first:pl-4 last:pr-4'
// Fifty rows repeat these: short names keep the page small (app/globals.css).
const cell = 'log-cell'

/**
 * The log. From 640 px on a table of 32 px rows, with the reason under those that have one; below, each message is two lines.
 * The roles are written out because `display: grid` takes them from table elements.
 */
export function LogTable({ rows, more, size, acts, zone, time }: Props) {
  const t = useTranslations('messages')
  const l = useTranslations('log')
  return (
    <table role="table" aria-label={t('table')} className="block w-full text-table sm:table sm:table-fixed">
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-b border-line bg-sunken text-meta">
          <th role="columnheader" scope="col" className="w-9">
            <span className="sr-only">{l('selectHead')}</span>
          </th>
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
          {more.map((column) => (
            <th key={column} role="columnheader" scope="col" className={`${head} ${column === 'size' ? 'w-20' : 'w-28'}`}>
              {l(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <Row key={row.id} row={row} acts={acts} more={more} size={size} at={time(row.receivedAt)} />
      ))}
    </table>
  )
}

function Row({ row, acts, more, size, at }: { row: MessageRow; at: { short: string; full: string } } & Pick<Props, 'more' | 'size' | 'acts'>) {
  const t = useTranslations('messages')
  const l = useTranslations('log')
  const extra = { size: size(row.size), rules: row.matchedRules.join(', '), ses: row.sesMessageId ?? '' }
  return (
    <tbody role="rowgroup" data-row={row.id} className="log-entry">
      <tr
        role="row"
        className="log-line"
      >
        <td role="cell" className="z-1 self-center [grid-area:tick] sm:table-cell sm:pl-2 sm:align-middle">
          {acts && <Checkbox bare form={bulkForm} name="ids" value={row.id} label={l('select', { subject: row.subject || t('noSubject'), from: row.from || t('nullPath') })} />}
        </td>
        <td role="cell" className={`${cell} whitespace-nowrap text-ink-3 [grid-area:time]`}>
          <Link href={row.href} prefetch={false} className="log-time">
            <PlainTime at={row.receivedAt} full={at.full}>
              {at.short}
            </PlainTime>
          </Link>
        </td>
        <td role="cell" className={`${cell} truncate [grid-area:from]`} title={row.from}>
          <MailText text={row.fromName || row.from || t('nullPath')} />
        </td>
        <td role="cell" className={`${cell} hidden truncate`} title={row.recipient}>
          <MailText text={row.recipient} />
        </td>
        <td role="cell" className={`${cell} truncate [grid-area:subject]`} title={row.subject}>
          <Link href={row.href} prefetch={false} data-open className="log-subject">
            {row.subject ? <MailText text={row.subject} /> : <span className="text-ink-3">{t('noSubject')}</span>}
          </Link>
        </td>
        <td role="cell" className={`${cell} hidden`}>
          <VerdictGlyphs verdicts={row.verdicts} />
        </td>
        <td role="cell" className={`${cell} [grid-area:outcome]`}>
          <Disposition name={row.disposition} />
        </td>
        {more.map((column) => (
          <td key={column} role="cell" className={`${cell} hidden truncate ${column === 'ses' ? 'font-mono text-meta' : ''}`} title={extra[column]}>
            {column === 'rules' ? <MailText text={extra.rules} /> : extra[column]}
          </td>
        ))}
      </tr>
      {row.reason && (
        <tr role="row" className="hidden sm:table-row">
          <td role="cell" colSpan={2} />
          <td role="cell" colSpan={5 + more.length} data-reason className="log-why" title={row.reason}>
            <span className="sr-only">{t('reason')}: </span>
            <Reason reason={row.reason} code={row.reasonCode} />
          </td>
        </tr>
      )}
    </tbody>
  )
}
