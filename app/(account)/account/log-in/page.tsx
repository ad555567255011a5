import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { buttonClass } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { readAccount } from '@/lib/services/account/profile'
import { listIdentities } from '@/lib/services/account/provider/link'
import { logInProviders } from '@/lib/web/providers'
import { userContext } from '@/lib/web/session'
import { savePassword } from './actions'
import { startLink, unlink } from './provider-actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('logIn') })

const dones = ['password', 'linked', 'notLinked', 'unlinked', 'onlyWay'] as const

/** How one logs in: the password, and the identity providers of this installation. */
export default async function LogInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [ctx, query] = [await userContext('/account/log-in'), await searchParams]
  const providers = logInProviders()
  const [t, account, own, linked] = await Promise.all([getTranslations('own'), getTranslations('account'), readAccount({ ctx }), listIdentities({ ctx })])
  const done = dones.find((d) => d === query['done'])
  return (
    <>
      <PageHead title={t('logIn')} />
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        {done && <Banner tone={done === 'notLinked' || done === 'onlyWay' ? 'warn' : 'ok'} live>{t(`done.${done}`)}</Banner>}
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
        {(providers.length > 0 || linked.length > 0) && (
          <Panel id="providers" title={t('providers')}>
            <ul className="flex flex-col divide-y divide-line">
              {providers.map(({ id, name, issuer }) => {
                const own = linked.find((l) => l.issuer === issuer)
                return (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
                    <div className="min-w-0">
                      <p className="text-form font-medium">{name}</p>
                      <p className="text-table text-ink-2 wrap-anywhere">{own ? t('linkedAs', { email: own.email }) : t('notLinkedYet')}</p>
                    </div>
                    {!own && query['link'] === id ? (
                      <a href={`/login/with/${id}`} className={buttonClass('primary')}>
                        {t('goTo', { name })}
                      </a>
                    ) : (
                      <form action={own ? unlink : startLink}>
                        <input type="hidden" name={own ? 'issuer' : 'provider'} value={own ? issuer : id} />
                        <SubmitButton look={own ? 'danger' : 'plain'} size="small">{t(own ? 'unlinkIt' : 'linkIt', { name })}</SubmitButton>
                      </form>
                    )}
                  </li>
                )
              })}
            </ul>
          </Panel>
        )}
      </div>
    </>
  )
}
