'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import type { EditState } from '@/components/rule/edit-state'
import type { ListState } from '@/components/rule/list-state'
import type { RefusalCode } from '@/lib/core/access/refusal'
import { ChangeList, EditRule, PublishDraft, VersionNumber } from '@/lib/core/inputs/rule-set'
import { changeForm, formOf, readForm, ruleOf } from '@/lib/core/rules/form'
import { ruleProblems } from '@/lib/core/rules/form-problems'
import { Rule } from '@/lib/core/rules/rule'
import { starterRule, starters } from '@/lib/core/rules/starter'
import { changeRuleList } from '@/lib/services/rule-set/change-list'
import { editRule } from '@/lib/services/rule-set/edit-rule'
import { ruleSetOverview } from '@/lib/services/rule-set/overview'
import { publishRuleSet } from '@/lib/services/rule-set/publish'
import { discardDraft, restoreVersion } from '@/lib/services/rule-set/versions'
import { action } from '@/lib/web/action'
import { fullTime } from '@/lib/web/format'
import { memberContext } from '@/lib/web/session'
import { z } from 'zod'
import { rulesHref } from './href'

const why = (code: RefusalCode) => (code === 'forbidden' ? 'forbidden' : code === 'precondition_failed' ? 'changed' : code === 'conflict' ? 'nothing' : 'invalid')

/** A rule's form: a change of its parts gives the form back, changed; `save` puts it into the draft. */
export async function edit(slug: string, before: EditState, data: FormData): Promise<EditState> {
  const command = String(data.get('do') ?? 'save')
  const form = readForm((name) => (data.has(name) ? data.getAll(name).map(String).join('\n') : null))
  const state: EditState = { ...before, form, problems: {}, n: before.n + 1, saved: false, conflict: null, refused: null }
  if (command === 'theirs') {
    const theirs = Rule.safeParse(before.conflict?.theirs)
    if (!theirs.success) redirect(rulesHref(slug))
    return { ...state, was: theirs.data, form: formOf(theirs.data), dirty: false }
  }
  if (command !== 'save' && command !== 'mine') return { ...state, form: changeForm(form, command), dirty: true }
  const asked = await action('rules.write', EditRule, editRule)(slug, { was: before.was, rule: ruleOf(form), force: command === 'mine' })
  if (!asked.ok && asked.code !== 'invalid') return { ...state, refused: why(asked.code), dirty: true }
  if (!asked.ok) return { ...state, problems: ruleProblems(asked.problems), dirty: true }
  const answer = asked.value
  if (!answer.saved) return { ...state, conflict: { theirs: answer.theirs, mine: Rule.safeParse(ruleOf(form)).data ?? null, by: answer.by, at: fullTime(new Date(answer.at), await getLocale(), await getTimeZone()) }, dirty: true }
  revalidatePath(rulesHref(slug))
  if (!before.was || answer.name !== before.was.name) redirect(rulesHref(slug, { rule: answer.name, saved: '1' }))
  const was = Rule.parse(ruleOf(form))
  return { ...state, was, form: formOf(was), saved: true, dirty: false }
}

const verbs = ['up', 'down', 'switch', 'delete', 'duplicate'] as const

/** `do` is `up:<name>` and the like, or `move:<place>:<name>`, or `starter:<which>`. */
export async function changeRules(slug: string, before: ListState, data: FormData): Promise<ListState> {
  const [verb = '', ...rest] = String(data.get('do') ?? '').split(':')
  const t = await getTranslations('rules')
  const name = verb === 'move' ? rest.slice(1).join(':') : rest.join(':')
  const state: ListState = { n: before.n + 1, done: null, failed: null }
  const { ctx } = await memberContext(slug)
  const { draft } = await ruleSetOverview({ ctx, slug })
  const at = draft.rules.findIndex((r) => r.name === name)
  const starter = starters.find((s) => verb === 'starter' && s === name)
  const known = verbs.find((v) => v === verb)
  const input: ChangeList | null = starter
    ? { do: 'add', rule: starterRule(starter, t(`starter.${starter}`)) }
    : verb === 'move'
      ? { do: 'move', name, to: Number(rest[0]) }
      : known
        ? { do: known, name }
        : null
  if (!input) return state
  const asked = await action('rules.write', ChangeList, changeRuleList)(slug, input)
  if (!asked.ok) return { ...state, failed: why(asked.code) }
  revalidatePath(rulesHref(slug))
  const now = asked.value.rules.findIndex((r) => r.name === name)
  if (starter) redirect(rulesHref(slug, { rule: asked.value.rules.at(-1)!.name }))
  if (known === 'delete') return { ...state, done: { verb: 'delete', name, at, of: asked.value.rules.length, rule: draft.rules[at] ?? null } }
  return { ...state, done: { verb: verb === 'duplicate' ? 'duplicate' : verb === 'switch' ? 'switch' : 'move', name, at: now, of: asked.value.rules.length, rule: null } }
}

/** Puts a deleted rule back to its place. */
export async function undoDelete(slug: string, rule: unknown, at: number): Promise<void> {
  await action('rules.write', ChangeList, changeRuleList)(slug, { do: 'add', rule, at })
  revalidatePath(rulesHref(slug))
}

export async function discard(slug: string): Promise<void> {
  await action('rules.write', z.unknown(), discardDraft)(slug, {})
  redirect(rulesHref(slug))
}

export async function publish(slug: string, data: FormData): Promise<void> {
  const asked = await action('rules.publish', PublishDraft, publishRuleSet)(slug, { ifRevision: Number(data.get('revision')) })
  revalidatePath(rulesHref(slug))
  redirect(asked.ok ? rulesHref(slug, { published: String(asked.value.version) }) : rulesHref(slug, { failed: why(asked.code) }, '/publish'))
}

export async function restore(slug: string, version: number): Promise<void> {
  const asked = await action('rules.write', VersionNumber, restoreVersion)(slug, { version })
  redirect(asked.ok ? rulesHref(slug, { restored: String(version) }) : rulesHref(slug, {}, '/versions'))
}
