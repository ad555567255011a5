import { AwsError } from '@/lib/local/aws/protocol'

/** SES checks a request's shape first and reports every breach in one `ValidationError`; what it means is checked afterwards. */
export class Violations {
  private readonly found: string[] = []

  notNull(value: unknown, path: string): void {
    if (value === undefined) this.add(path, 'Member must not be null')
  }

  oneOf(value: string | undefined, allowed: readonly string[], path: string): void {
    if (value !== undefined && !allowed.includes(value)) this.add(path, `Member must satisfy enum value set: [${allowed.join(', ')}]`)
  }

  /** The pattern of rule and rule set names; an empty value breaks length and pattern both. */
  name(value: string | undefined, path: string): void {
    if (value === undefined) return
    if (value === '') this.add(path, 'Member must have length greater than or equal to 1')
    if (!nameCharacters.test(value)) this.add(path, `Member must satisfy regular expression pattern: ${nameCharacters.source}`)
  }

  add(path: string, constraint: string): void {
    this.found.push(`Value at '${path}' failed to satisfy constraint: ${constraint}`)
  }

  throwIfAny(): void {
    const n = this.found.length
    if (n > 0) throw new AwsError('ValidationError', `${n} validation error${n === 1 ? '' : 's'} detected: ${this.found.join('; ')}`)
  }
}

/** Characters of names on the wire; the documented set has no dot, the service takes one. */
export const nameCharacters = /^[a-zA-Z0-9_.-]+$/

/** At most 64 characters, first and last alphanumeric. */
export const isServiceName = (name: string): boolean => name.length <= 64 && /^[a-zA-Z0-9](?:.*[a-zA-Z0-9])?$/.test(name)
