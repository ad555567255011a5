import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import { answered, consentAnswers, type Consent, type ConsentAnswer } from '@/lib/core/domain/consent'
import { graceHours } from '@/lib/core/domain/status'
import { consentLooks } from './looks'

interface Request {
  id: string
  name: string
  record: { name: string; type: string; value: string }
  state: Consent
  askedAt: string
}

interface Props {
  requests: readonly Request[]
  /** An instant as this page writes it. */
  time: (iso: string) => string
  /** Why it cannot be answered, by whom it can. */
  reason: string | undefined
  /** The last answer did not fit any more. */
  stale: boolean
  answer: (consentId: string, answer: ConsentAnswer) => Promise<void>
}

/** Names below the domain that others proved: the record tells who asks, and each can be granted, refused, taken back. */
export function Consents({ requests, time, reason, stale, answer }: Props) {
  const t = useTranslations('domains.consent')
  return (
    <Panel id="consent" title={t('title')}>
      <p className="max-w-prose text-ink-2">{t('intro')}</p>
      {stale && (
        <p role="alert" className="pt-2 text-bad">
          {t('stale')}
        </p>
      )}
      <ul className="flex flex-col divide-y divide-line pt-2">
        {requests.map(({ id, name, record, state, askedAt }) => (
          <li key={id} aria-label={name} className="flex flex-col gap-2 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <bdi className="font-medium wrap-anywhere">{name}</bdi>
              <Chip {...consentLooks[state]}>{t(`states.${state}`)}</Chip>
              <span className="text-meta text-ink-3">{t('asked', { at: time(askedAt) })}</span>
            </p>
            <p className="text-table wrap-anywhere">
              <span className="text-ink-3">{t('record')}</span>{' '}
              <bdi className="font-mono">
                {record.name} {record.type} {record.value}
              </bdi>
            </p>
            {state === 'granted' && <p className="max-w-prose text-meta text-ink-3 wrap-anywhere">{t('withdrawText', { name, hours: graceHours })}</p>}
            <div className="flex flex-wrap gap-2">
              {consentAnswers
                .filter((verb) => answered(state, verb) !== undefined)
                .map((verb) =>
                  reason === undefined ? (
                    <form key={verb} action={answer.bind(null, id, verb)}>
                      <SubmitButton look={verb === 'grant' ? 'primary' : 'plain'} aria-label={t(`${verb}Name`, { name })}>
                        {t(verb)}
                      </SubmitButton>
                    </form>
                  ) : (
                    <Button key={verb} type="button" reason={reason}>
                      {t(verb)}
                    </Button>
                  ),
                )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
