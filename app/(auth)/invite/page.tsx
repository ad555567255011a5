import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { setLanguage } from '@/app/actions'
import { PlainPage } from '@/components/layout/plain-page'
import { Banner } from '@/components/ui/banner'
import { ErrorPanel } from '@/components/ui/error-panel'
import { fullTime } from '@/lib/web/format'
import { findInvitation, hasAccount, invitationsOf } from '@/lib/web/invitation'
import { locales } from '@/lib/web/locale'
import { currentUser } from '@/lib/web/session'
import { Answer, OwnAnswer } from './answer'
import { Offer } from './offer'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('members.accept'))('title'), referrer: 'no-referrer' })

/** Behind the link of the mail: who invites to what, and yes or no. Without a token: what waits for whoever is logged in. */
export default async function InvitePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token, done } = await searchParams
  const [t, user, locale, zone] = await Promise.all([getTranslations('members.accept'), currentUser(), getLocale(), getTimeZone()])
  const given = typeof token === 'string' ? token : undefined
  const found = given === undefined ? undefined : await findInvitation(given)
  const waiting = given === undefined && user ? await invitationsOf(user.email) : []
  const until = (at: Date) => fullTime(at, locale, zone)
  return (
    <PlainPage title={t('title')} showTitle locales={locales} setLanguage={setLanguage}>
      {done === 'declined' && <Banner live>{t('declined')}</Banner>}
      {given !== undefined && !found && <ErrorPanel title={t('void')} />}
      {given !== undefined && found && (
        <>
          <Offer invitation={found} until={until(found.expiresAt)} />
          <Answer token={given} email={found.email} user={user?.email} known={await hasAccount(found.email)} />
        </>
      )}
      {given === undefined && user && (
        <>
          <h2 className="text-h2 font-semibold wrap-anywhere">{t('list', { email: user.email })}</h2>
          {waiting.length === 0 && <p className="text-ink-2 wrap-anywhere">{t('none', { email: user.email })}</p>}
          {waiting.map((invitation) => (
            <section key={invitation.id} className="flex flex-col gap-3">
              <Offer invitation={invitation} until={until(invitation.expiresAt)} />
              <OwnAnswer id={invitation.id} />
            </section>
          ))}
        </>
      )}
      <Link href={user ? '/' : '/login'} prefetch={false} className="inline-flex min-h-6 items-center text-accent underline">
        {t(user ? 'home' : 'toLogin')}
      </Link>
    </PlainPage>
  )
}
