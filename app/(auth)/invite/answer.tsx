import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { logOut } from '@/app/actions'
import { AccountForm } from '@/components/account/account-form'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { accept, decline, declineOwn, join } from './actions'

interface Props {
  token: string
  /** The address that was invited, and whether it has an account. */
  email: string
  known: boolean
  /** The address of whoever is logged in. */
  user: string | undefined
}

/** Yes, as far as the reader can say it, or no. */
export function Answer({ token, email, known, user }: Props) {
  const t = useTranslations('members.accept')
  const account = useTranslations('account')
  const fields = [
    { name: 'name', label: account('name'), autoComplete: 'name' },
    { name: 'password', label: account('password'), type: 'password', autoComplete: 'new-password', hint: account('passwordRules') },
  ] as const
  return (
    <>
      {user === email && <AccountForm action={accept} fields={[]} hidden={{ token }} submit={t('submit')} />}
      {user !== undefined && user !== email && (
        <>
          <Banner tone="warn" icon="exclamation">
            <span className="wrap-anywhere">{t('otherAddress', { email: user, invited: email })}</span>
          </Banner>
          <form action={logOut}>
            <Button>{t('signOut')}</Button>
          </form>
        </>
      )}
      {user === undefined && known && (
        <>
          <p className="text-ink-2 wrap-anywhere">{t('logInHint', { email })}</p>
          <Link href={`/login?callbackUrl=${encodeURIComponent(`/invite?token=${token}`)}`} prefetch={false} className={buttonClass('primary')}>
            {t('logIn')}
          </Link>
        </>
      )}
      {user === undefined && !known && (
        <>
          <p className="text-ink-2">{t('joinHint')}</p>
          <AccountForm action={join} fields={fields} hidden={{ token }} submit={t('join')} />
        </>
      )}
      {(user === undefined || user === email) && <AccountForm action={decline} fields={[]} hidden={{ token }} submit={t('decline')} bare quiet />}
    </>
  )
}

/** The same to an invitation out of the list of the own ones. */
export function OwnAnswer({ id }: { id: string }) {
  const t = useTranslations('members.accept')
  return (
    <div className="flex flex-col gap-2">
      <AccountForm action={accept} fields={[]} hidden={{ id }} submit={t('submit')} />
      <AccountForm action={declineOwn} fields={[]} hidden={{ id }} submit={t('decline')} bare quiet />
    </div>
  )
}
