import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { provedContext } from '@/app/(account)/account/answer'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/layout/page-head'
import { ErrorPanel } from '@/components/ui/error-panel'
import { tenantsThatNeedOwner } from '@/lib/services/account/delete-account'
import { readAccount } from '@/lib/services/account/profile'
import { deleteForGood } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('delete') })

/** The end of the own account: what goes, what stays, and what has to be handed over first. */
export default async function DeletePage() {
  const ctx = await provedContext('/account/delete')
  const [t, own, alone] = await Promise.all([getTranslations('own'), readAccount({ ctx }), tenantsThatNeedOwner(ctx.actor.id)])
  return (
    <>
      <PageHead title={t('delete')} crumbs={[{ label: t('profile'), href: '/account' }]} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        <p className="text-form text-ink-2">{t('deleteAbout')}</p>
        {alone.length > 0 ? (
          <ErrorPanel title={t('onlyOwner', { n: alone.length })}>
            <ul className="list-disc pl-4 text-form">
              {alone.map(({ id, name }) => (
                <li key={id}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </ErrorPanel>
        ) : (
          <AccountForm action={deleteForGood} fields={[{ name: 'confirm', label: t('confirmLabel', { email: own.email }), type: 'email', autoComplete: 'off' }]} submit={t('deleteSubmit')} danger />
        )}
      </div>
    </>
  )
}
