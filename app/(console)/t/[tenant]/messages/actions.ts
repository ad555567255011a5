'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { BulkState } from '@/components/message/bulk-state'
import type { ViewProblem } from '@/components/message/save-view'
import { MessageIds } from '@/lib/core/inputs/release'
import { SaveView, ViewId } from '@/lib/core/inputs/saved-view'
import { releaseMessages, undoRelease } from '@/lib/services/message/release'
import { deleteView, saveView } from '@/lib/services/message/saved-view'
import { action } from '@/lib/web/action'
import { keepColumns } from '@/lib/web/columns'
import { askForReplays } from '@/lib/web/replay'

const release = action('message.release', MessageIds, releaseMessages)
const undo = action('message.release', MessageIds, undoRelease)
const save = action('message.read', SaveView, saveView)
const forget = action('message.read', ViewId, deleteView)

/** The button pressed says what is done to the rows ticked. */
export async function bulk(slug: string, before: BulkState, form: FormData): Promise<BulkState> {
  const act = form.get('act') === 'replay' ? 'replay' : 'release'
  const ids = { ids: form.getAll('ids') }
  const answer = act === 'replay' ? await askForReplays(slug, ids) : await release(slug, ids)
  const turn = before.turn + 1
  if (!answer.ok) return { turn, act, done: [], failed: [], problem: answer.code === 'forbidden' ? 'refused' : 'nothingSelected' }
  return { turn, act, ...answer.value }
}

/** How many stay in quarantine, and for how many it was too late. */
export async function takeBack(slug: string, ids: string[]): Promise<{ kept: number; late: number }> {
  const answer = await undo(slug, { ids })
  return answer.ok ? { kept: answer.value.kept.length, late: answer.value.late.length } : { kept: 0, late: ids.length }
}

export async function keepView(slug: string, _before: ViewProblem, form: FormData): Promise<ViewProblem> {
  const answer = await save(slug, { name: form.get('name'), query: form.get('query') })
  if (!answer.ok) return answer.code === 'conflict' ? 'conflict' : 'invalid'
  redirect(`/t/${encodeURIComponent(slug)}/messages?${answer.value.query}`)
}

export async function dropView(slug: string, id: string): Promise<void> {
  await forget(slug, { id })
  revalidatePath(`/t/${slug}/messages`)
}

export async function chooseColumns(form: FormData): Promise<void> {
  await keepColumns(form.getAll('column'))
}
