import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { logOut } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { PasskeyButton } from '@/components/account/passkey-button'
import { PageHead } from '@/components/layout/page-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { readAccount } from '@/lib/services/account/profile'
import { readFactors } from '@/lib/services/account/second/factors'
import { safePath } from '@/lib/web/safe-path'
import { userContext } from '@/lib/web/session'
import { askProof, proveByPasskey, proveByPassword } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('prove') })

/** Asks once more who it is, before something that changes how to log in. */
export default async function ProvePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const next = safePath((await searchParams)['next'])
  const ctx = await userContext(`/account/prove?next=${encodeURIComponent(next)}`)
  const [t, account, own, factors] = await Promise.all([getTranslations('own'), getTranslations('account'), readAccount({ ctx }), readFactors(ctx.actor.id)])
  return (
    <>
      <PageHead title={t('prove')} />
      <div className="flex max-w-md flex-col gap-4 px-4 pb-6">
        <p className="text-form text-ink-2">{t('proveAbout')}</p>
        {own.hasPassword && <AccountForm action={proveByPassword} fields={[{ name: 'password', label: account('password'), type: 'password', autoComplete: 'current-password' }]} hidden={{ next }} submit={t('proveSubmit')} />}
        {factors.passkeys > 0 && <PasskeyButton ask={askProof} send={proveByPasskey} next={next} label={account('passkeyUse')} />}
        {!own.hasPassword && factors.passkeys === 0 && (
          <form action={logOut} className="flex flex-col items-start gap-3">
            <p className="text-form">{t('proveByLogIn')}</p>
            <SubmitButton>{account('signOut')}</SubmitButton>
          </form>
        )}
      </div>
    </>
  )
}
