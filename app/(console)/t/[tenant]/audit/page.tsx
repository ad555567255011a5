import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { AuditPage } from '@/app/audit-log'
import { listAudit } from '@/lib/services/audit/list'
import { auditHref, readAuditQuery } from '@/lib/web/audit-query'
import { requireUser, tenantContext } from '@/lib/web/session'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('audit'))('title') })

/** What was changed in the tenant, by whom and from where. */
export default async function TenantAuditPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, zone] = await Promise.all([params, searchParams, getTimeZone()])
  const base = `/t/${encodeURIComponent(slug)}/audit`
  const read = readAuditQuery(query, zone)
  await requireUser(auditHref(base, read.values, read))
  const { ctx } = await tenantContext(slug, 'audit.read')
  return <AuditPage whose="tenant" base={base} read={read} list={(input) => listAudit({ ctx, input })} />
}
