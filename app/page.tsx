import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlainPage } from '@/components/layout/plain-page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { invitationsOf } from '@/lib/web/invitation'
import { locales } from '@/lib/web/locale'
import { currentTenants, currentUser } from '@/lib/web/session'
import { logOut, setLanguage } from './actions'

/** Nobody lives here: a member goes to the first tenant's console, a stranger to log in. */
export default async function Home() {
  const user = await currentUser()
  if (!user) redirect('/login')
  const [first] = await currentTenants()
  if (first) redirect(`/t/${first.slug}`)
  if ((await invitationsOf(user.email)).length > 0) redirect('/invite')
  if (!user.isOperator) redirect('/welcome')
  const t = await getTranslations('console')
  return (
    <PlainPage title={t('noTenantTitle')} locales={locales} setLanguage={setLanguage}>
      <EmptyState title={t('noTenantTitle')}>
        <p>{t('noTenantBody', { email: user.email })}</p>
        <form action={logOut}>
          <Button look="primary">{t('signOut')}</Button>
        </form>
      </EmptyState>
    </PlainPage>
  )
}
