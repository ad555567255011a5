import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { readAccount } from '@/lib/services/account/profile'
import { userContext } from '@/lib/web/session'
import { savePassword } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('logIn') })

const dones = ['password'] as const

/** How one logs in: the password. */
export default async function LogInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [ctx, query] = [await userContext('/account/log-in'), await searchParams]
  const [t, account, own] = await Promise.all([getTranslations('own'), getTranslations('account'), readAccount({ ctx })])
  const done = dones.find((d) => d === query['done'])
  return (
    <>
      <PageHead title={t('logIn')} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        {done && <Banner tone="ok" live>{t(`done.${done}`)}</Banner>}
        <Panel id="password" title={account('password')}>
          {own.hasPassword ? (
            <AccountForm
              bare
              action={savePassword}
              fields={[
                { name: 'current', label: t('current'), type: 'password', autoComplete: 'current-password' },
                { name: 'password', label: account('newPassword'), type: 'password', autoComplete: 'new-password', hint: account('passwordRules') },
              ]}
              submit={t('changePassword')}
            />
          ) : (
            <div className="flex flex-col items-start gap-3">
              <p className="text-form text-ink-2">{t('noPassword')}</p>
              <Link href="/forgot" prefetch={false} className={buttonClass()}>
                {account('forgotSubmit')}
              </Link>
            </div>
          )}
        </Panel>
      </div>
    </>
  )
}
