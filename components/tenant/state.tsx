import { useTranslations } from 'next-intl'
import { Chip } from '@/components/ui/chip'

/** How a tenant stands, in a word; what needs a person comes first. */
export function TenantState({ suspendedAt, deletionDueAt, failing }: { suspendedAt: Date | null; deletionDueAt: Date | null; failing: number }) {
  const t = useTranslations('tenants.state')
  if (deletionDueAt) return <Chip tone="bad" icon="bin">{t('deleting')}</Chip>
  if (suspendedAt) return <Chip tone="warn" icon="pause">{t('suspended')}</Chip>
  if (failing > 0) return <Chip tone="warn" icon="exclamation">{t('failing')}</Chip>
  return <Chip tone="ok" icon="tick" bare>{t('active')}</Chip>
}
