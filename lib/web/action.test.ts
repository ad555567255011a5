import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/core/access/refusal'
import { action, operatorAction, userAction } from './action'

const ctx = { actor: { kind: 'user', id: 'u' }, tenantId: 't', role: 'admin' } as const
vi.mock('./session', () => ({
  memberContext: async (slug: string) => {
    if (slug !== 'acme') throw new Error('NEXT_NOT_FOUND')
    return { ctx }
  },
  userContext: async () => ({ actor: { kind: 'user', id: 'u' } }),
  requireOperator: async () => ({ ctx: { actor: { kind: 'user', id: 'o' } } }),
}))

const schema = z.strictObject({ name: z.string().min(1, 'needs a name'), tags: z.array(z.string()).default([]) })
const save = action('rules.write', schema, async (call) => call)

describe('action', () => {
  it('gives the verb the context of the slug and the parsed input', async () => {
    expect(await save('acme', { name: 'a' })).toEqual({ ok: true, value: { ctx, input: { name: 'a', tags: [] } } })
  })

  it("takes a form, without Next's own fields", async () => {
    const form = new FormData()
    for (const [name, value] of [['name', 'a'], ['tags', 'x'], ['tags', 'y'], ['$ACTION_ID_1', 'z']] as const) form.append(name, value)
    expect(await save('acme', form)).toMatchObject({ ok: true, value: { input: { name: 'a', tags: ['x', 'y'] } } })
  })

  it('gives refusals as values, with each field', async () => {
    expect(await save('acme', { name: '' })).toEqual({
      ok: false,
      code: 'invalid',
      message: 'The input is not right: see the fields named.',
      problems: [{ path: ['name'], message: 'needs a name' }],
    })
    const refused = action('rules.write', schema, async () => {
      throw new Refusal('conflict', 'Taken.')
    })
    expect(await refused('acme', { name: 'a' })).toEqual({ ok: false, code: 'conflict', message: 'Taken.', problems: [] })
  })

  it('asks who it is before it looks at the fields, and lets everything else pass on', async () => {
    await expect(save('foreign', { name: '' })).rejects.toThrow('NEXT_NOT_FOUND')
    const broken = action('rules.write', schema, async () => {
      throw new Error('inside')
    })
    await expect(broken('acme', { name: 'a' })).rejects.toThrow('inside')
  })

  it('asks for the permission before it looks at the fields', async () => {
    const grant = action('member.owner' as 'member.write', schema, async (call) => call)
    expect(await grant('acme', { name: '' })).toMatchObject({ ok: false, code: 'forbidden' })
  })

  it('has its like for the own account', async () => {
    expect(await userAction(schema, async ({ ctx: c }) => c.actor.id)({ name: 'a' })).toEqual({ ok: true, value: 'u' })
  })

  it('has its like for operators', async () => {
    expect(await operatorAction('plan.write', schema, async ({ ctx: c }) => c.actor.id)({ name: 'a' })).toEqual({ ok: true, value: 'o' })
  })
})
