import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { LinkPending } from '@/components/ui/pending'

interface Props {
  span: string
  newest?: string | undefined
  older?: string | undefined
}

/** Keyset paging: no page waits for a count. */
export function Pager({ span, newest, older }: Props) {
  const t = useTranslations('messages')
  const loading = useTranslations('console')('loading')
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2 px-4 py-3">
      {newest && (
        <Link href={newest} prefetch={false} className={buttonClass()}>
          {t('newest')}
          <LinkPending label={loading} />
        </Link>
      )}
      {older && (
        <Link href={older} prefetch={false} className={buttonClass()}>
          {t('older')}
          <LinkPending label={loading} />
        </Link>
      )}
      <p className="text-meta text-ink-3">{span}</p>
    </nav>
  )
}
