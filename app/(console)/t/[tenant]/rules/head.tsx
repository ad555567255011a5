import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/layout/page-head'
import { Button, buttonClass } from '@/components/ui/button'
import type { RuleSetOverview } from '@/lib/services/rule-set/overview'
import { rulesHref } from './href'

interface Props {
  slug: string
  set: RuleSetOverview
  readOnly: string | null
  mayTest: boolean
  time: (iso: string) => string
  /** On a phone the open rule has the room. */
  small: boolean
}

/** What is live, what is drafted, and the ways to discard, compare, test and publish it. */
export async function RulesHead({ slug, set, readOnly, mayTest, time, small }: Props) {
  const t = await getTranslations('rules')
  const { live, draft, changes } = set
  const link = (label: string, below: string, look: 'plain' | 'primary' = 'plain') => (
    <Link href={rulesHref(slug, {}, below)} prefetch={false} className={buttonClass(look)}>
      {label}
    </Link>
  )
  const blocked = (label: string, reason: string, look: 'plain' | 'primary' = 'plain') => (
    <Button type="button" look={look} reason={reason}>
      {label}
    </Button>
  )
  const differs = changes > 0 || (!live && draft.revision > 0)
  const actions = (
    <span className={small ? 'flex flex-wrap gap-2 max-lg:hidden' : 'flex flex-wrap gap-2'}>
      {readOnly ? null : changes > 0 ? link(t('discard'), '/diff') : blocked(t('discard'), t('nothingToDiscard'))}
      {link(t('diff'), '/diff')}
      {link(t('history'), '/versions')}
      {mayTest ? link(t('test'), '/test') : blocked(t('test'), t('mayNotTest'))}
      {readOnly ? blocked(t('publish'), readOnly, 'primary') : differs ? link(t('publish'), '/publish', 'primary') : blocked(t('publish'), t('nothingToPublish'), 'primary')}
    </span>
  )
  return (
    <PageHead title={t('title')} actions={actions}>
      <p className={small ? 'flex flex-wrap gap-x-4 text-table text-ink-2 max-lg:hidden' : 'flex flex-wrap gap-x-4 text-table text-ink-2'}>
        <span>{live ? t('live', { version: live.version, time: time(live.at), by: live.by ?? t('somebody') }) : t('liveNone')}</span>
        {draft.at && (
          <>
            <span>{t('draftSaved', { time: time(draft.at), by: draft.by ?? t('somebody') })}</span>
            <strong className="font-medium text-ink">{t('changes', { n: changes })}</strong>
          </>
        )}
      </p>
    </PageHead>
  )
}
