import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { AuditPage } from '@/app/audit-log'
import { LastLook } from '@/components/impersonation/last'
import { listAudit } from '@/lib/services/audit/list'
import { lastImpersonation } from '@/lib/services/impersonation/last'
import { auditHref, readAuditQuery } from '@/lib/web/audit-query'
import { fullTime } from '@/lib/web/format'
import { requireUser, tenantContext } from '@/lib/web/session'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('audit'))('title') })

/** What was changed in the tenant, by whom and from where. */
export default async function TenantAuditPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, zone, locale] = await Promise.all([params, searchParams, getTimeZone(), getLocale()])
  const base = `/t/${encodeURIComponent(slug)}/audit`
  const read = readAuditQuery(query, zone)
  await requireUser(auditHref(base, read.values, read))
  const { ctx } = await tenantContext(slug, 'audit.read')
  return (
    <AuditPage whose="tenant" base={base} read={read} list={(input) => listAudit({ ctx, input })}>
      <LastLook last={await lastImpersonation({ ctx })} time={(at) => fullTime(at, locale, zone)} />
    </AuditPage>
  )
}
