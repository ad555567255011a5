'use server'

import { redirect } from 'next/navigation'
import { unlessProof } from '@/app/(account)/account/answer'
import { ProviderId, UnlinkIdentity } from '@/lib/core/inputs/account'
import { unlinkIdentity } from '@/lib/services/account/provider/link'
import { userAction } from '@/lib/web/action'
import { wishToLink } from '@/lib/web/provider-log-in'

const home = '/account/log-in'
const wish = userAction(ProviderId, async ({ ctx, input }) => {
  await wishToLink(ctx)
  return input.provider
})
const remove = userAction(UnlinkIdentity, unlinkIdentity)

/** Notes the wish, and shows the link to the provider: a form may not lead to another site, a link may. */
export async function startLink(form: FormData): Promise<void> {
  const wished = await wish(form)
  redirect(wished.ok ? `${home}?link=${wished.value}` : home)
}

export async function unlink(form: FormData): Promise<void> {
  const removed = await remove(form)
  if (!removed.ok) unlessProof(removed, home)
  redirect(`${home}?done=${removed.ok ? 'unlinked' : 'onlyWay'}`)
}
