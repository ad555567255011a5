'use server'

import { notFound, redirect } from 'next/navigation'
import { askForReplay } from '@/lib/web/replay'

/** Asks for a replay and comes back to the page, whose address then says which run it waits for. */
export async function replay(slug: string, id: string): Promise<void> {
  const asked = await askForReplay(slug, { id })
  if (!asked.ok && asked.code !== 'forbidden') notFound()
  const here = `/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}`
  redirect(`${here}?replay=${asked.ok ? asked.value.run : 'refused'}`)
}
