import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { MailText } from '@/components/message/mail-text'
import { DescriptionList } from '@/components/ui/description-list'
import { Panel } from '@/components/ui/panel'
import { aligned } from '@/lib/core/message/alignment'
import { domainIn, readAuthentication, signaturesOf } from '@/lib/core/message/authentication'
import type { MessageDetail } from '@/lib/services/message/get'

const results = ['pass', 'fail', 'softfail', 'neutral', 'none', 'temperror', 'permerror'] as const
type Result = (typeof results)[number]
const spfDos = ['pass', 'fail', 'softfail', 'none', 'temperror', 'permerror'] as const
const dkimResults = ['pass', 'fail', 'none', 'temperror', 'permerror'] as const
const known = <T extends string>(names: readonly T[], value: string): T | 'other' => names.find((n) => n === value) ?? 'other'

/** Who vouches for the mail: what was found, what it means, what to do. */
export async function Authentication({ message }: { message: MessageDetail }) {
  const t = await getTranslations('message.auth')
  const auth = readAuthentication(message.headers)
  const spf = auth?.results.find((r) => r.method === 'spf')
  const signatures = auth ? signaturesOf(auth, message.headers) : []
  const from = message.from ? domainIn(message.from) : ''
  const path = domainIn(spf?.props['envelope-from'] ?? spf?.props['smtp.mailfrom'] ?? message.mailFrom)
  const spfResult: Result | 'other' = spf ? known(results, spf.result) : 'other'
  const dmarc = auth?.results.find((r) => r.method === 'dmarc')
  const row = (found: ReactNode, means: ReactNode, act: string) => (
    <DescriptionList
      items={[
        { name: t('found'), value: found },
        { name: t('means'), value: means },
        { name: t('do'), value: act },
      ]}
    />
  )
  const fits = (what: string, domain: string | undefined) =>
    domain === undefined ? t('alignNone', { what }) : aligned(domain, from) ? t('aligned', { what, domain }) : t('notAligned', { what, domain })
  const vouching = signatures.filter((s) => s.result === 'pass')
  const signer = (vouching.find((s) => aligned(s.domain, from)) ?? vouching[0])?.domain
  return (
    <div className="flex flex-col gap-4">
      <p className="text-table text-ink-2">{auth ? t('source', { id: auth.authserv }) : t('noSource')}</p>
      <Panel id="spf" title="SPF">
        {row(
          <MailText text={t('spfFound', { ip: spf?.props['client-ip'] ?? 'none', domain: path || '-', result: spf?.result ?? message.verdicts.spf.toLowerCase().replace('gray', '-') })} />,
          t(`spfMeans.${spfResult}`),
          t(`spfDo.${known(spfDos, spfResult)}`),
        )}
      </Panel>
      <Panel id="dkim" title="DKIM">
        {signatures.length === 0 ? (
          auth && row(t('dkimNone'), t('dkimMeans.none'), t('dkimDo.none'))
        ) : (
          <ul className="flex flex-col gap-3">
            {signatures.map((s, i) => {
              const result = known(dkimResults, s.result)
              return (
                <li key={i}>
                  {row(
                    <MailText text={t('dkimFound', { domain: s.domain || '-', selector: s.selector || 'none', result: s.result })} />,
                    <MailText text={t(`dkimMeans.${result}`, { domain: s.domain })} />,
                    t(`dkimDo.${result}`),
                  )}
                </li>
              )
            })}
          </ul>
        )}
        {!auth && <p className="text-ink-2">{t('noSource')}</p>}
      </Panel>
      <Panel id="dmarc" title="DMARC">
        {row(
          <MailText
            text={t('dmarcFound', { domain: from || '-', result: dmarc?.result ?? '-', policy: message.dmarcPolicy?.toLowerCase() ?? 'unknown' })}
          />,
          <>
            <span className="block">{t(`dmarcMeans.${message.verdicts.dmarc}`)}</span>
            {auth && from && (
              <>
                <span className="block">
                  <MailText text={fits('SPF', spfResult === 'pass' && path ? path : undefined)} />
                </span>
                <span className="block">
                  <MailText text={fits('DKIM', signer)} />
                </span>
              </>
            )}
          </>,
          t(`dmarcDo.${message.verdicts.dmarc}`),
        )}
      </Panel>
    </div>
  )
}
