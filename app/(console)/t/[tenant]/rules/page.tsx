import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClientMessages } from '@/components/layout/client-messages'
import { Notes } from '@/components/rule/notes'
import { RuleActs } from '@/components/rule/rule-acts'
import { RuleForm } from '@/components/rule/rule-form'
import { RuleList } from '@/components/rule/rule-list'
import { buttonClass } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Banner } from '@/components/ui/banner'
import { allows } from '@/lib/services/access/authorize'
import { ruleHits } from '@/lib/services/rule-set/hits'
import { changeRules, edit, undoDelete } from './actions'
import { RulesHead } from './head'
import { rulesHref } from './href'
import { listRows } from './list-rows'
import { readRules } from './read'
import { Starters } from './starters'

interface Props {
  params: Promise<{ tenant: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rules'))('title') }
}

const week = 7 * 24 * 3600_000

/** The rule editor: the rules in order, and the one that the address names. On a phone the list, then the rule. */
export default async function RulesPage({ params, searchParams }: Props) {
  const [{ tenant: slug }, query, t] = await Promise.all([params, searchParams, getTranslations('rules')])
  const { ctx, set, time, now } = await readRules(slug, '')
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const hits = await ruleHits({ ctx, since: new Date(now.getTime() - week) })
  const { draft, live, diff, notes } = set
  const readOnly = allows(ctx, 'rules.write') ? null : t('mayNot')
  const home = rulesHref(slug)
  const rule = draft.rules.find((r) => r.name === text('rule')) ?? null
  const isNew = text('new') !== undefined && !readOnly
  const open = rule !== null || isNew
  const rows = await listRows({ slug, diff, hits, notes })
  const removed = diff.filter((e) => e.change === 'removed')
  const published = text('published')
  const restored = text('restored')
  return (
    <ClientMessages of={['rules', 'messages', 'message']}>
      {open ? (
        <div className="lg:hidden">
          <nav aria-label={t('back')} className="px-4 pt-3">
            <Link href={home} prefetch={false} className="inline-flex min-h-11 items-center text-accent underline">
              {t('back')}
            </Link>
          </nav>
        </div>
      ) : null}
      <RulesHead slug={slug} set={set} readOnly={readOnly} mayTest={allows(ctx, 'rules.simulate')} time={time} small={open} />
      <div className="flex flex-col gap-3 px-4 pb-12">
        {published && live && String(live.version) === published && <Banner tone="ok" live>{t('published', { version: live.version })}</Banner>}
        {restored && /^\d{1,9}$/.test(restored) && <Banner tone="accent" live>{t('restored', { version: Number(restored) })}</Banner>}
        {readOnly && <Banner>{readOnly}</Banner>}
        {draft.rules.length === 0 && !isNew && !readOnly && <Starters action={changeRules.bind(null, slug)} />}
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(20rem,2fr)_minmax(0,3fr)]">
          <section aria-label={t('list')} className={classes('min-w-0 rounded-panel border border-line bg-surface', open && 'max-lg:hidden')}>
            <RuleList rows={rows} selected={rule?.name ?? null} readOnly={readOnly} home={home} action={changeRules.bind(null, slug)} undoDelete={undoDelete.bind(null, slug)} />
            <div className="flex flex-col gap-2 p-2">
              {!readOnly && (
                <Link href={rulesHref(slug, { new: '1' })} prefetch={false} className={buttonClass('plain', 'self-start')}>
                  {t('add')}
                </Link>
              )}
              {removed.length > 0 && (
                <div>
                  <p className="text-meta font-medium text-bad">{t('removedRules')}</p>
                  <ul className="text-table text-ink-2">
                    {removed.map((e) => (
                      <li key={e.name} className="line-through wrap-anywhere">
                        − <bdi>{e.name}</bdi>
                      </li>
                    ))}
                  </ul>
                </div>
              )}
              {hits.capped && <p className="text-meta text-ink-3">{t('hitsCapped', { n: hits.of })}</p>}
              {rows.length > 1 && !readOnly && <p className="text-meta text-ink-3 max-lg:hidden">{t('listHelp')}</p>}
            </div>
          </section>
          {open ? (
            <section aria-labelledby="rule" className="flex min-w-0 flex-col gap-3 rounded-panel border border-line bg-surface p-4">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2 id="rule" className="min-w-0 text-h2 font-semibold wrap-anywhere">
                  <bdi>{rule ? rule.name : t('newRule')}</bdi>
                </h2>
                {rule && !readOnly && <RuleActs name={rule.name} />}
              </div>
              <RuleForm
                key={rule?.name ?? ''}
                rule={rule}
                saved={text('saved') !== undefined}
                readOnly={readOnly !== null}
                action={edit.bind(null, slug)}
                notes={rule && <Notes notes={notes.filter((n) => n.rule === rule.name)} />}
              />
            </section>
          ) : (
            draft.rules.length > 0 && <p className="text-ink-2 max-lg:hidden">{t('choose')}</p>
          )}
        </div>
      </div>
    </ClientMessages>
  )
}
