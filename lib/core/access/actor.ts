import type { Suspension } from '@/lib/core/tenant/standing'
import type { Permission, Role } from './matrix'

/** `operator`: of the platform, in a tenant's own audit. */
export const actorKinds = ['user', 'apiKey', 'operator', 'job', 'webhook', 'correspondent'] as const
export type ActorKind = (typeof actorKinds)[number]
export const isActorKind = (text: string): text is ActorKind => (actorKinds as readonly string[]).includes(text)

/** Who does a thing. Every write has one, and the audit shows it. */
export interface Actor {
  kind: ActorKind
  id: string
}

/** An operator who looks into a tenant, with what its people read of it. */
export interface Impersonation {
  id: string
  reason: string
  startedAt: Date
  expiresAt: Date
}

/** What a service needs to know of its caller: the tenant comes from the session or the key, never from input. */
export interface TenantContext {
  actor: Actor
  tenantId: string
  role: Role
  /** What of the role an API key may do; undefined: all of it. */
  scopes?: readonly Permission[]
  ip?: string
  /** Where the tenant is stopped: it can be read, and hardly more. */
  suspended?: Suspension
  /** Where it is no member but an operator, who reads alone. */
  impersonation?: Impersonation
}

export interface OperatorContext {
  actor: Actor
  ip?: string
  /** The log-in by which it is done; none for a key. */
  sessionId?: string
}

/** Of what somebody does with the own account. */
export interface UserContext {
  actor: { kind: 'user'; id: string }
  /** The log-in by which it is done: sensitive changes ask when it was last proved. */
  sessionId?: string
  ip?: string
}
