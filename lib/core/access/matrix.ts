/** Roles of a member in a tenant, strongest first. `operator` is a flag on a user and no role. */
export const roles = ['owner', 'admin', 'member', 'viewer'] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = ['owner', 'admin', 'member', 'viewer']
const workers: readonly Role[] = ['owner', 'admin', 'member']
const admins: readonly Role[] = ['owner', 'admin']
const owners: readonly Role[] = ['owner']

// Closed by default: what is not written here is refused.
const matrix = {
  'tenant.read': everyone,
  'tenant.write': admins,
  'tenant.export': admins,
  'tenant.delete': owners,
  'message.read': everyone,
  'message.replay': workers,
  'message.release': workers,
  'domain.read': everyone,
  'domain.write': admins,
  'rules.read': everyone,
  'rules.write': admins,
  'rules.publish': admins,
  'rules.simulate': workers,
  'apiKey.read': admins,
  'apiKey.write': admins,
  // Also reading: the bodies in the log hold mail of every recipient, and leave by what is set here.
  'webhook.read': admins,
  'webhook.write': admins,
  'member.read': everyone,
  'member.write': admins,
  // To make an owner, and to take it from one.
  'owner.write': owners,
  'audit.read': admins,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof matrix

/** What stays allowed, to whom the matrix allows it, while the tenant is stopped: to read, and to see to its end. The rest is refused. */
const whileStopped: readonly Permission[] = [
  'tenant.read', 'message.read', 'domain.read', 'rules.read', 'rules.simulate', 'apiKey.read', 'member.read', 'webhook.read', 'audit.read', 'tenant.export', 'tenant.delete',
]

/** What an operator may who looks into a tenant: to read what an admin reads. Taking everything along, and trying things out, are not reading. */
const whileImpersonating: readonly Permission[] = ['tenant.read', 'message.read', 'domain.read', 'rules.read', 'apiKey.read', 'member.read', 'webhook.read', 'audit.read']

/** Permissions of an operator. They act on the platform, never on a tenant's mail. */
const operatorPermissions = ['tenant.list', 'tenant.write', 'tenant.stop', 'tenant.erase', 'plan.read', 'plan.write', 'deadLetter.read', 'deadLetter.write', 'platform.read', 'operatorKey.write', 'setting.read', 'setting.write', 'sealingKey.read', 'sealingKey.write', 'audit.platform', 'tenant.impersonate'] as const
export type OperatorPermission = (typeof operatorPermissions)[number]

/** Whether the role has the permission. An unknown role or permission is refused. */
export function may(role: string, permission: string): boolean {
  if (!Object.hasOwn(matrix, permission)) return false
  return (matrix[permission as Permission] as readonly string[]).includes(role)
}

/** Whether the permission holds in a tenant that is suspended or to be deleted. An unknown one is refused. */
export const mayWhileStopped = (permission: string): boolean => (whileStopped as readonly string[]).includes(permission)

/** Whether an operator has the permission in a tenant that he looks into. An unknown one is refused. */
export const mayImpersonating = (permission: string): boolean => (whileImpersonating as readonly string[]).includes(permission)

/** Whether an operator has the permission. An unknown one is refused. */
export const operatorMay = (permission: string): boolean => (operatorPermissions as readonly string[]).includes(permission)

export const permissions = Object.keys(matrix) as Permission[]
