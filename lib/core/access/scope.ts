import { may, permissions, type Permission, type Role } from './matrix'

// An API key has a role, which is the most that it may, and scopes: what of that it may. No scopes: all that the role may, now and later.

/** The roles that a key can have, weakest first. An owner's rights are a person's. */
export const keyRoles = ['viewer', 'member', 'admin'] as const satisfies readonly Role[]
export type KeyRole = (typeof keyRoles)[number]

/** How a key that has no scopes of its own is stored. */
export const allScopes = '*'

/** What a key can be given at all. */
export const grantable: readonly Permission[] = permissions.filter((p) => keyRoles.some((role) => may(role, p)))

/** The weakest role that may all of this; undefined where no key's role does. */
export const weakestRole = (scopes: readonly Permission[]): KeyRole | undefined => keyRoles.find((role) => scopes.every((p) => may(role, p)))

/** All that the role may. */
export const ofRole = (role: Role): Permission[] => permissions.filter((p) => may(role, p))

/** Stored scopes as those of a context: undefined for all of the role. What the matrix does not know any more falls away. */
export function readScopes(stored: readonly string[]): Permission[] | undefined {
  return stored.includes(allScopes) ? undefined : permissions.filter((p) => stored.includes(p))
}

/** `message.read` and `message.release` stand below `message`: nouns in the matrix's order. */
export function byNoun(of: readonly Permission[]): { noun: string; scopes: Permission[] }[] {
  const nouns = [...new Set(of.map((p) => p.slice(0, p.indexOf('.'))))]
  return nouns.map((noun) => ({ noun, scopes: of.filter((p) => p.startsWith(`${noun}.`)) }))
}
