import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { AuditPage } from '@/app/audit-log'
import { listOperatorAudit } from '@/lib/services/audit/list'
import { readAuditQuery } from '@/lib/web/audit-query'
import { requireOperator } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('audit'))('title') })

/** What operators did, and people with their own accounts. */
export default async function OperatorAuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { ctx } = await requireOperator('audit.platform')
  const [query, zone] = await Promise.all([searchParams, getTimeZone()])
  return <AuditPage whose="platform" base="/operator/audit" read={readAuditQuery(query, zone)} list={(input) => listOperatorAudit({ ctx, input })} />
}
