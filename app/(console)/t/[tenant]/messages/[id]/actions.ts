'use server'

import { notFound, redirect } from 'next/navigation'
import { MessageIds } from '@/lib/core/inputs/release'
import { releaseMessages, undoRelease } from '@/lib/services/message/release'
import { action } from '@/lib/web/action'
import { askForReplay } from '@/lib/web/replay'

/** Asks for a replay and comes back to the page, whose address then says which run it waits for. `here` is the page's address without that. */
export async function replay(slug: string, id: string, here: string): Promise<void> {
  const asked = await askForReplay(slug, { id })
  if (!asked.ok && asked.code !== 'forbidden' && asked.code !== 'conflict') notFound()
  redirect(withState(slug, id, here, 'replay', asked.ok ? String(asked.value.run) : asked.code === 'conflict' ? 'waits' : 'refused'))
}

const askForRelease = action('message.release', MessageIds, releaseMessages)
const askForUndo = action('message.release', MessageIds, undoRelease)

export async function release(slug: string, id: string, here: string): Promise<void> {
  const asked = await askForRelease(slug, { ids: [id] })
  if (!asked.ok && asked.code !== 'forbidden') notFound()
  const why = asked.ok ? (asked.value.failed[0]?.why ?? 'asked') : 'refused'
  if (why === 'notFound') notFound()
  redirect(withState(slug, id, here, 'release', why))
}

export async function keepInQuarantine(slug: string, id: string, here: string): Promise<void> {
  const undone = await askForUndo(slug, { ids: [id] })
  if (!undone.ok && undone.code !== 'forbidden') notFound()
  redirect(withState(slug, id, here, 'release', undone.ok ? (undone.value.kept.length > 0 ? 'undone' : 'late') : 'refused'))
}

/** The search part alone is taken from the form: a redirect never leaves the message. */
function withState(slug: string, id: string, here: string, name: string, value: string): string {
  const params = new URLSearchParams(here.split('?')[1] ?? '')
  params.delete('replay')
  params.delete('release')
  params.set(name, value)
  return `/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}?${params}`
}
