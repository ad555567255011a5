import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { Code } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { config } from '@/lib/config'
import type { TenantContext } from '@/lib/core/access/actor'
import { listDomains } from '@/lib/services/domain/list'

interface Props {
  ctx: TenantContext
  /** Whether filters hide what there is. */
  filtered: boolean
  /** The log without filters. */
  all: string
  /** Where a search goes on that has not looked at everything. */
  further?: string | undefined
}

/** A log with nothing to show: how to send a test mail, or how to see more. */
export async function EmptyLog({ ctx, filtered, all, further }: Props) {
  const t = await getTranslations('messages')
  if (filtered)
    return (
      <div className="px-4 pb-4">
        <EmptyState title={t('noMatchTitle')}>
          <p className="text-ink-2">{further ? t('searchOn') : t('noMatchBody')}</p>
          <Link href={further ?? all} prefetch={false} className={buttonClass('primary')}>
            {further ? t('searchFurther') : t('clear')}
          </Link>
        </EmptyState>
      </div>
    )
  const domain = (await listDomains({ ctx, input: {} })).data.find((d) => d.status === 'verified')?.name
  return (
    <div className="px-4 pb-4">
      <EmptyState title={t('emptyTitle')}>
        {domain ? (
          <>
            <p className="text-ink-2">{t('emptyBody', { domain })}</p>
            <Code label={t('emptyExample')}>{testMail(domain)}</Code>
          </>
        ) : (
          <p className="text-ink-2">{t('emptyNoDomain')}</p>
        )}
      </EmptyState>
    </div>
  )
}

/** A line for a shell. Beside a local MX the server is named; else swaks finds it by the domain's MX record. */
function testMail(domain: string): string {
  const { aws, local } = config()
  const server = aws.live ? '' : ` --server 127.0.0.1:${local.smtpPort}`
  return `swaks --to hello@${domain} --header 'Subject: Test'${server}`
}
