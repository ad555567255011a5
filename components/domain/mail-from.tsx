import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Panel } from '@/components/ui/panel'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MailFromState } from '@/lib/core/domain/mail-from'
import { mailFromLooks } from './looks'
import { MailFromForm, type SaveMailFrom } from './mail-from-form'

interface Props {
  name: string
  verified: boolean
  mailFrom: { domain: string; onMxFailure: 'default' | 'reject'; state: MailFromState } | null
  ending: boolean
  foreign: string | null
  /** Why it cannot be changed, by whom it can. */
  reason: string | undefined
  save: SaveMailFrom
  off: () => Promise<void>
}

/** The domain's own MAIL FROM: off, or a name with its state; set, changed and switched off here. What somebody else set is replaced only where that is ticked. */
export function MailFrom({ name, verified, mailFrom, ending, foreign, reason, save, off }: Props) {
  const t = useTranslations('domains.mailFrom')
  const start = { label: mailFrom ? mailFrom.domain.slice(0, -name.length - 1) : 'bounce', onMxFailure: mailFrom?.onMxFailure ?? 'default' }
  return (
    <Panel id="mail-from-title" title={t('title')}>
      <div className="flex flex-col items-start gap-3">
        <p className="max-w-prose text-ink-2 wrap-anywhere">{t('intro', { name })}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {mailFrom ? (
            <>
              <span className="font-mono wrap-anywhere">{mailFrom.domain}</span>
              <Chip {...mailFromLooks[mailFrom.state]}>{t(`state.${mailFrom.state}`)}</Chip>
              <span className="text-meta text-ink-3">{t(mailFrom.onMxFailure === 'reject' ? 'rejects' : 'sends')}</span>
            </>
          ) : (
            <Chip tone="mute" icon={ending ? 'clock' : 'dash'}>
              {ending ? t('ending') : t('none')}
            </Chip>
          )}
        </p>
        {!verified && !mailFrom ? (
          <p className="text-ink-2 wrap-anywhere">{t('pending', { name })}</p>
        ) : reason !== undefined ? (
          <Button type="button" reason={reason}>
            {mailFrom ? t('save') : t('set')}
          </Button>
        ) : (
          <>
            <MailFromForm name={name} set={mailFrom !== null} asked={mailFrom?.state === 'asked'} foreign={foreign} start={start} action={save} />
            {mailFrom && (
              <form action={off}>
                <SubmitButton look="plain">{t('off')}</SubmitButton>
              </form>
            )}
          </>
        )}
      </div>
    </Panel>
  )
}
