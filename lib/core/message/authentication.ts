/*
 * What SES found out about a mail's sender, from the Authentication-Results field (RFC 8601) that it puts on top. A sender can write a field
 * of that name too, so only one in the block of fields that SES itself wrote counts: nothing stands above it but the names of that block,
 * and one Received. SES separates client-ip, envelope-from and helo by semicolons of their own; here they belong to the result before.
 */

interface Field {
  name: string
  value: string
}

interface AuthResult {
  method: string
  result: string
  /** Lower-case names: client-ip, envelope-from, header.i, header.from … */
  props: Record<string, string>
}

export interface Authentication {
  authserv: string
  results: AuthResult[]
}

const longest = 16 * 1024
const mostResults = 50
const stamped = /^(return-path|received|received-spf|authentication-results|x-ses-[a-z-]+)$/i

/** Undefined where SES wrote none that can be trusted. */
export function readAuthentication(fields: readonly Field[]): Authentication | undefined {
  let received = 0
  for (const { name, value } of fields) {
    if (!stamped.test(name)) return undefined
    if (/^received$/i.test(name) && (received += 1) > 1) return undefined
    if (!/^authentication-results$/i.test(name)) continue
    const read = parseAuthenticationResults(value)
    if (read.authserv === 'amazonses.com') return read
    return undefined
  }
  return undefined
}

/** Never throws; what does not fit the grammar is passed over. */
export function parseAuthenticationResults(value: string): Authentication {
  const [head = '', ...pieces] = split(value.slice(0, longest))
  const results: AuthResult[] = []
  for (const piece of pieces) {
    const pairs = [...piece.matchAll(/([a-z0-9_.-]+)(?:\/\d+)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/gi)].map(
      ([, name = '', quoted, plain]) => [name.toLowerCase(), (quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '').slice(0, 500)] as const,
    )
    const [first] = pairs
    if (!first) continue
    const isMethod = /^(spf|dkim|dmarc|arc|iprev|auth|dkim-adsp|sender-id)$/.test(first[0])
    if (isMethod && results.length < mostResults) results.push({ method: first[0], result: first[1].toLowerCase(), props: {} })
    const last = results.at(-1)
    if (last) for (const [name, said] of isMethod ? pairs.slice(1) : pairs) if (name !== '__proto__') last.props[name] ??= said
  }
  return { authserv: (head.trim().split(/\s+/)[0] ?? '').toLowerCase(), results }
}

/** Pieces between semicolons, without comments; both mean nothing inside a quoted string. */
function split(value: string): string[] {
  const pieces = ['']
  let depth = 0
  let quoted = false
  for (let i = 0; i < value.length; i += 1) {
    const c = value[i]!
    if (c === '\\' && (quoted || depth > 0)) {
      if (depth === 0) pieces[pieces.length - 1] += c + (value[i + 1] ?? '')
      i += 1
    } else if (c === '"' && depth === 0) {
      quoted = !quoted
      pieces[pieces.length - 1] += c
    } else if (!quoted && c === '(') depth += 1
    else if (!quoted && c === ')' && depth > 0) depth -= 1
    else if (depth > 0) continue
    else if (!quoted && c === ';') pieces.push('')
    else pieces[pieces.length - 1] += c
  }
  return pieces
}

/** The domain after an address's @, or a bare domain. */
export const domainIn = (text: string): string => text.slice(text.lastIndexOf('@') + 1).replace(/[<>\s]/g, '').toLowerCase()

export interface Signature {
  domain: string
  selector: string
  result: string
}

/** Each DKIM result with the selector of the mail's signature of the same domain. */
export function signaturesOf(auth: Authentication, fields: readonly Field[]): Signature[] {
  const written = fields
    .filter((f) => /^dkim-signature$/i.test(f.name))
    .map((f) => ({ d: tag(f.value, 'd').toLowerCase(), s: tag(f.value, 's') }))
  return auth.results
    .filter((r) => r.method === 'dkim')
    .map(({ result, props }) => {
      const domain = domainIn(props['header.d'] ?? props['header.i'] ?? '')
      const at = written.findIndex((w) => w.d === domain)
      const [own] = at < 0 ? [] : written.splice(at, 1)
      return { domain, selector: props['header.s'] ?? own?.s ?? '', result }
    })
}

const tag = (value: string, name: string): string => new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]+)`).exec(value)?.[1] ?? ''
