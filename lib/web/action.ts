import type { z } from 'zod'
import type { OperatorContext, TenantContext, UserContext } from '@/lib/core/access/actor'
import type { OperatorPermission, Permission } from '@/lib/core/access/matrix'
import { Refusal, type FieldProblem, type RefusalCode } from '@/lib/core/access/refusal'
import { parseInput } from '@/lib/services/access/parse'
import { authorize } from '@/lib/services/access/authorize'
import { noteRefusedWrite } from '@/lib/services/impersonation/refused'
import { memberContext, requireOperator, userContext } from './session'

/** What a form gets back. `message` and `problems` are texts for people; `code` chooses the place and the tone; `retryAfter` is in seconds. */
export type ActionResult<R> = { ok: true; value: R } | { ok: false; code: RefusalCode; message: string; problems: FieldProblem[]; retryAfter?: number }

async function answered<R>(work: () => Promise<R>): Promise<ActionResult<R>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    // Anything else is for the page's error boundary, and so are Next's own signals (redirect, not found).
    if (!(error instanceof Refusal)) throw error
    return { ok: false, code: error.code, message: error.message, problems: error.problems, ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }) }
  }
}

/**
 * A server action for a verb of a tenant: log-in → tenant of the slug → permission → fields → verb, with refusals as values. The slug
 * comes from the page's path and is checked against the user's own tenants; the tenant's id is never taken from the browser.
 * `const save = action('rules.write', RuleSet, ({ ctx, input }) => saveDraft({ ctx, input }))`, then `await save(slug, data)`.
 * An operator who looks into the tenant is refused whatever the permission, and both audits say so.
 */
export const action = <S extends z.ZodType, R>(permission: Permission, schema: S, verb: TenantVerb<S, R>) => ofTenant(permission, schema, verb, true)

/** As `action`, for a question of a page's script, which changes nothing: whoever may read may ask it. */
export const question = <S extends z.ZodType, R>(permission: Permission, schema: S, verb: TenantVerb<S, R>) => ofTenant(permission, schema, verb, false)

type TenantVerb<S extends z.ZodType, R> = (call: { ctx: TenantContext; input: z.output<S> }) => Promise<R>

function ofTenant<S extends z.ZodType, R>(permission: Permission, schema: S, verb: TenantVerb<S, R>, act: boolean) {
  return async (slug: string, data: unknown): Promise<ActionResult<R>> => {
    const { ctx } = await memberContext(slug)
    if (act) await noteRefusedWrite(ctx, permission)
    return answered(async () => {
      authorize(ctx, permission, act)
      return verb({ ctx, input: parseInput(schema, plain(data)) })
    })
  }
}

/** As `action`, for an operator's verb. */
export function operatorAction<S extends z.ZodType, R>(permission: OperatorPermission, schema: S, verb: (call: { ctx: OperatorContext; input: z.output<S> }) => Promise<R>) {
  return async (data: unknown): Promise<ActionResult<R>> => {
    const { ctx } = await requireOperator(permission)
    return answered(async () => verb({ ctx, input: parseInput(schema, plain(data)) }))
  }
}

/** As `action`, for what a user does with the own account: nothing but the log-in is asked for. */
export function userAction<S extends z.ZodType, R>(schema: S, verb: (call: { ctx: UserContext; input: z.output<S> }) => Promise<R>) {
  return async (data: unknown): Promise<ActionResult<R>> => {
    const ctx = await userContext()
    return answered(async () => verb({ ctx, input: parseInput(schema, plain(data)) }))
  }
}

/** A form's fields as an object, without those that Next adds ($ACTION_…). A name that stands several times becomes a list. */
function plain(data: unknown): unknown {
  if (!(data instanceof FormData)) return data
  const names = [...new Set(data.keys())].filter((name) => !name.startsWith('$ACTION'))
  return Object.fromEntries(names.map((name) => [name, data.getAll(name).length > 1 ? data.getAll(name) : data.get(name)]))
}
