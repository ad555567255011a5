import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { Banner } from '@/components/ui/banner'
import { Chip } from '@/components/ui/chip'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { listSessions } from '@/lib/services/account/sessions'
import { fullTime } from '@/lib/web/format'
import { userContext } from '@/lib/web/session'
import { endOne, endOthers } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('own'))('sessions') })

const dones = ['ended', 'others', 'gone'] as const
const methods = ['password', 'passkey', 'provider', 'totp', 'recovery'] as const

/** Where the account is logged in, and how to end it. */
export default async function SessionsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [ctx, query] = [await userContext('/account/sessions'), await searchParams]
  const [t, sessions, locale, zone] = await Promise.all([getTranslations('own'), listSessions({ ctx }), getLocale(), getTimeZone()])
  const done = dones.find((d) => d === query['done'])
  const how = (method: string) => method.split('+').map((part) => t(`method.${methods.find((m) => m === part) ?? 'password'}`)).join(' + ')
  const time = (at: Date) => fullTime(at, locale, zone)
  return (
    <>
      <PageHead
        title={t('sessions')}
        actions={sessions.length > 1 && <form action={endOthers}><SubmitButton look="danger">{t('endOthers', { n: sessions.length - 1 })}</SubmitButton></form>}
      >
        <p className="max-w-2xl text-form text-ink-2">{t('sessionsAbout')}</p>
      </PageHead>
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-6">
        {done && <Banner tone={done === 'gone' ? 'warn' : 'ok'} live>{t(`done.${done}`)}</Banner>}
        <ul className="flex flex-col divide-y divide-line rounded-panel border border-line bg-surface">
          {sessions.map(({ id, current, agent, ip, method, createdAt, lastSeenAt }) => {
            const name = agent.browser && agent.system ? t('agent', { browser: agent.browser, system: agent.system }) : (agent.browser ?? agent.system ?? t('unknownAgent'))
            return (
              <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
                <Icon name="screen" />
                <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
                  <p className="flex flex-wrap items-center gap-2 text-form font-medium">
                    {name}
                    {current && <Chip tone="accent" icon="tick">{t('thisOne')}</Chip>}
                  </p>
                  <p className="text-table text-ink-2">{t('sessionBy', { how: how(method), ip: ip ?? 'none' })}</p>
                  <p className="text-table text-ink-3">{t('sessionTimes', { first: time(createdAt), last: time(lastSeenAt) })}</p>
                </div>
                {!current && (
                  <form action={endOne}>
                    <input type="hidden" name="id" value={id} />
                    <SubmitButton look="plain" size="small" aria-label={t('endOneOf', { name })}>{t('endOne')}</SubmitButton>
                  </form>
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </>
  )
}
