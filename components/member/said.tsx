import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'

const done = ['resent', 'withdrawn', 'removed'] as const
const problems = ['forbidden', 'beyond', 'lastOwner', 'conflict', 'gone', 'tooMany'] as const

/** What came of an act that led back here, as the address tells it. */
export function Said({ slug, query }: { slug: string; query: Record<string, string | string[] | undefined> }) {
  const t = useTranslations('members')
  const act = done.find((d) => d === query['done'])
  const problem = problems.find((p) => p === query['problem'])
  const number = (name: string) => Math.min(Number(/^\d{1,4}$/.exec(String(query[name] ?? ''))?.[0] ?? 0), 9999)
  const keys = number('keys')
  return (
    <>
      {problem && <ErrorPanel alert title={t(`problem.${problem}`, { email: '', minutes: Math.max(1, number('minutes')) })} />}
      {act && (
        <Banner tone="ok" live>
          {t(act)}
          {act === 'removed' && keys > 0 && (
            <>
              {' '}
              {t('removedKeys', { keys })}{' '}
              <Link href={`/t/${encodeURIComponent(slug)}/api-keys`} prefetch={false} className="text-accent underline">
                {t('toKeys')}
              </Link>
            </>
          )}
        </Banner>
      )}
    </>
  )
}
