import { getTranslations } from 'next-intl/server'
import { ReplayForm } from '@/components/message/replay-form'
import { Button, buttonClass } from '@/components/ui/button'
import { Banner } from '@/components/ui/banner'
import type { TenantContext } from '@/lib/core/access/actor'
import { allows } from '@/lib/services/access/authorize'
import type { MessageDetail } from '@/lib/services/message/get'
import { undoSeconds } from '@/lib/services/message/release'
import { keepInQuarantine, release, replay } from './actions'

interface Props {
  ctx: TenantContext
  slug: string
  message: MessageDetail
  /** The page's address, to come back to. */
  here: string
}

/** What can be done with the message. */
export async function Acts({ ctx, slug, message, here }: Props) {
  const [t, m] = await Promise.all([getTranslations('message.release'), getTranslations('messages.page')])
  const held = message.disposition === 'quarantined' && message.verdicts.virus !== 'FAIL'
  return (
    <>
      {held && allows(ctx, 'message.release') && (
        <form id="release" action={release.bind(null, slug, message.id, here)}>
          <Button look="primary" title={t('hint')}>
            {t('act')}
          </Button>
        </form>
      )}
      {message.direction === 'in' && allows(ctx, 'message.replay') && <ReplayForm action={replay.bind(null, slug, message.id, here)} />}
      <a href={`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(message.id)}/raw`} className={buttonClass()}>
        {m('raw')}
      </a>
    </>
  )
}

const states = ['asked', 'undone', 'late', 'notQuarantined', 'virus', 'refused'] as const

/** What came of asking for a release; while it waits it can be taken back. */
export async function ReleaseState({ slug, message, here, state }: Omit<Props, 'ctx'> & { state: string | string[] | undefined }) {
  const t = await getTranslations('message.release')
  const known = states.find((name) => name === state)
  if (!known || (known === 'asked' && message.disposition !== 'quarantined')) return null
  const undo = known === 'asked' && (
    <form action={keepInQuarantine.bind(null, slug, message.id, here)}>
      <Button>{t('undo')}</Button>
    </form>
  )
  return (
    <Banner live tone={known === 'asked' || known === 'undone' ? 'accent' : 'warn'} acts={undo}>
      <p>{t(known, { seconds: undoSeconds })}</p>
    </Banner>
  )
}
