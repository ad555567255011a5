'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { askExport } from '@/lib/services/export/ask'
import { action } from '@/lib/web/action'

const start = action('tenant.export', z.strictObject({}), askExport)

export async function ask(slug: string): Promise<void> {
  const asked = await start(slug, {})
  const page = `/t/${encodeURIComponent(slug)}/settings/export`
  revalidatePath(page)
  if (asked.ok) redirect(`${page}?done=asked`)
  redirect(`${page}?failed=${asked.code === 'conflict' && asked.problems[0]?.code === 'many' ? 'many' : asked.code === 'conflict' ? 'open' : 'forbidden'}`)
}
