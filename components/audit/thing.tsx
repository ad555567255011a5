import Link from 'next/link'
import { useTranslations } from 'next-intl'

interface Props {
  kind: string
  id: string | null
  name: string | null
  /** Where only what was done to it is shown. */
  only: string
}

/** What it was done to: kind and name, else the beginning of its id. It leads to all that was done to it. */
export function Thing({ kind, id, name, only }: Props) {
  const t = useTranslations('audit')
  const word = t.has(`target.${kind}` as 'target.domain') ? t(`target.${kind}` as 'target.domain') : kind
  if (id === null) return <span className="block text-meta text-ink-3">{word}</span>
  const said = name ?? (id.length > 12 ? `${id.slice(0, 8)}…` : id)
  return (
    <span className="block text-meta text-ink-3">
      {word}{' '}
      <Link href={only} prefetch={false} title={t('ofThing', { name: name ?? id })} className="inline-flex min-h-6 items-center text-accent underline wrap-anywhere">
        <bdi className={name === null ? 'font-mono' : ''}>{said}</bdi>
      </Link>
    </span>
  )
}
