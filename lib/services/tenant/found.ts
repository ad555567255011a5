import type { OperatorContext } from '@/lib/core/access/actor'
import { FoundTenant, proposeSlug } from '@/lib/core/inputs/tenant'
import { parseInput } from '@/lib/services/access/parse'
import { countSignUp } from '@/lib/services/account/sign-up-limit'
import { createTenant } from './create'

/** Makes a tenant whose owner is the user who asks. Throws as `createTenant`, and Refusal `rate_limited`. */
export async function foundTenant({ ctx, input }: { ctx: OperatorContext; input: unknown }): Promise<{ id: string; slug: string }> {
  const { name, slug } = parseInput(FoundTenant, input)
  await countSignUp('tenant', ctx.actor.id)
  return createTenant({ ctx, input: { name, slug: slug || proposeSlug(name), ownerId: ctx.actor.id } })
}
