import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ActorKind } from '@/lib/core/access/actor'

interface Props {
  kind: ActorKind
  id: string | null
  name: string | null
  address: string | null
  deleted: boolean
  /** Where only this one's entries are shown. */
  only: string
}

/** Who did it: name, address, kind. The name leads to all that the same one did. */
export function Actor({ kind, id, name, address, deleted, only }: Props) {
  const t = useTranslations('audit')
  const person = kind === 'user' || kind === 'operator' || kind === 'apiKey'
  const said = name ?? (deleted ? t('deleted') : person ? t('unknown') : t(`kind.${kind}`))
  return (
    <>
      {id === null ? (
        <span>{said}</span>
      ) : (
        <Link href={only} prefetch={false} title={t('ofActor', { name: said })} className="text-accent underline wrap-anywhere">
          <bdi>{said}</bdi>
        </Link>
      )}
      <span className="block text-meta text-ink-3">
        {person ? t(`kind.${kind}`) : <bdi className="font-mono">{id}</bdi>}
        {address && address !== name && <> · <bdi className="wrap-anywhere">{address}</bdi></>}
        {person && name === null && id && <> · <bdi className="font-mono">{id.slice(0, 8)}</bdi></>}
      </span>
    </>
  )
}
