import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { SubmitButton } from '@/components/ui/submit-button'

interface Props {
  tenant: string
  reason: string
  /** When it ends by itself. */
  until: string
  /** The tenant's console, on a page that is not of it. */
  open?: string
  end: () => Promise<void>
}

/** On every page that an operator opens while he looks into a tenant: into which, why, until when, and the way out. */
export function ImpersonationBar({ tenant, reason, until, open, end }: Props) {
  const t = useTranslations('impersonation')
  return (
    <div className="px-4 pt-3" data-impersonation>
      <Banner tone="warn" icon="eye">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <div className="min-w-0 wrap-anywhere">
            <p className="font-medium"><bdi>{open ? t('barElsewhere', { tenant, until }) : t('bar', { tenant })}</bdi></p>
            <p><bdi>{t('reason', { reason })}</bdi></p>
            {!open && <p className="text-table text-ink-2">{t('until', { until })}</p>}
          </div>
          <div className="flex items-center gap-3">
            {open && <Link href={open} prefetch={false} className="text-accent underline">{t('open')}</Link>}
            <form action={end}>
              <SubmitButton look="plain">{t('end')}</SubmitButton>
            </form>
          </div>
        </div>
      </Banner>
    </div>
  )
}
