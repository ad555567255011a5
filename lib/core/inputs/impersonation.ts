import { z } from 'zod'
import { reason, TenantId } from './operator'

export const StartImpersonation = TenantId.extend({ reason })
export type StartImpersonation = z.input<typeof StartImpersonation>

export const EndImpersonation = z.strictObject({})
