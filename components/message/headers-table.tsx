import { useTranslations } from 'next-intl'
import { MailText } from './mail-text'

/** Header fields in the order of the mail. Two columns; on a phone the value stands under its name. */
export function HeadersTable({ headers }: { headers: readonly { name: string; value: string }[] }) {
  const t = useTranslations('messages.page')
  if (headers.length === 0) return <p className="text-ink-2">{t('noHeaders')}</p>
  return (
    <table role="table" aria-label={t('headers')} className="block w-full text-table sm:table sm:table-fixed">
      <thead role="rowgroup" className="sr-only">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('headerName')}
          </th>
          <th role="columnheader" scope="col">
            {t('headerValue')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {headers.map((header, i) => (
          <tr key={i} role="row" className="flex flex-col border-b border-line py-1 last:border-0 sm:table-row">
            <th role="rowheader" scope="row" className="w-44 text-left align-top font-medium text-ink-2 wrap-anywhere sm:py-1 sm:pr-3">
              <MailText text={header.name} />
            </th>
            <td role="cell" className="font-mono wrap-anywhere sm:py-1">
              <MailText text={header.value} lines />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
