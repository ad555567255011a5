import { useTranslations } from 'next-intl'
import { MailText } from './mail-text'

/** Header fields in the order of the mail. On a phone the value stands under its name. */
export function HeadersList({ headers }: { headers: readonly { name: string; value: string }[] }) {
  const t = useTranslations('messages.page')
  if (headers.length === 0) return <p className="text-ink-2">{t('noHeaders')}</p>
  return (
    <dl className="flex flex-col text-table">
      {headers.map((header, i) => (
        <div key={i} className="grid gap-x-4 border-b border-line py-1 last:border-0 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="font-medium text-ink-2 wrap-anywhere">
            <MailText text={header.name} />
          </dt>
          <dd className="font-mono wrap-anywhere">
            <MailText text={header.value} lines />
          </dd>
        </div>
      ))}
    </dl>
  )
}
