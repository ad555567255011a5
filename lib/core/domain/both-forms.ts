import { domainToUnicode } from 'node:url'

/** The name as people write it. */
export const inUnicode = (name: string): string => domainToUnicode(name) || name

/** The name as people write it, with its A-labels where they differ: what looks alike is told apart by them. */
export function bothForms(name: string): string {
  const unicode = inUnicode(name)
  return unicode === name ? name : `${unicode} (${name})`
}
