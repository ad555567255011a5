import { useTranslations } from 'next-intl'
import { MailText } from './mail-text'

interface Attachment {
  filename: string | null
  contentType: string
  size: string
}

/** Names, types and sizes of attachments. `size` is ready to read. */
export function AttachmentsList({ attachments }: { attachments: readonly Attachment[] }) {
  const t = useTranslations('messages.page')
  if (attachments.length === 0) return <p className="text-ink-2">{t('noAttachments')}</p>
  return (
    <ul aria-label={t('attachments')} className="flex flex-col">
      {attachments.map((file, i) => (
        <li key={i} className="flex flex-wrap gap-x-4 border-b border-line py-1 text-table last:border-0">
          <span className="font-medium wrap-anywhere">{file.filename ? <MailText text={file.filename} /> : t('unnamed')}</span>
          <span className="text-ink-3 wrap-anywhere">
            <MailText text={file.contentType} />
          </span>
          <span className="text-ink-3">{file.size}</span>
        </li>
      ))}
    </ul>
  )
}
