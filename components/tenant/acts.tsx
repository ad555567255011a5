import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import type { TenantDetail } from '@/lib/core/tenant/detail'
import { DeleteForm } from './delete-form'
import type { TenantAct } from './form-state'
import { SuspendForm } from './suspend-form'

interface Props {
  tenant: TenantDetail
  graceDays: number
  suspend: TenantAct
  resume: () => Promise<void>
  askDeletion: TenantAct
  takeBack: () => Promise<void>
}

/** What an operator can do to a tenant as it stands; what cannot be undone comes last. */
export function TenantActs({ tenant, graceDays, suspend, resume, askDeletion, takeBack }: Props) {
  const t = useTranslations('tenants')
  const { name, slug } = tenant
  return (
    <>
      {tenant.suspendedAt ? (
        <Panel id="resume" title={t('resume.title')}>
          <form action={resume} className="flex flex-col items-start gap-3">
            <p className="text-table text-ink-2">{t('resume.text')}</p>
            <SubmitButton>{t('resume.act', { name })}</SubmitButton>
          </form>
        </Panel>
      ) : (
        <Panel id="suspend" title={t('suspend.title')}>
          <SuspendForm name={name} action={suspend} />
        </Panel>
      )}
      {tenant.deletionDueAt ? (
        <Panel id="undelete" title={t('undelete.title')}>
          <form action={takeBack} className="flex flex-col items-start gap-3">
            <p className="text-table text-ink-2 wrap-anywhere">{t('undelete.text', { name })}</p>
            <SubmitButton>{t('undelete.act', { name })}</SubmitButton>
          </form>
        </Panel>
      ) : (
        <Panel id="delete" title={t('delete.title')}>
          <DeleteForm name={name} slug={slug} days={graceDays} action={askDeletion} />
        </Panel>
      )}
    </>
  )
}
