import { isPublicAddress } from './address'

/** Why a URL cannot be called: keys of `webhooks.url`. */
export const urlProblems = ['form', 'long', 'https', 'credentials', 'port', 'private'] as const
export type UrlProblem = (typeof urlProblems)[number]

export type JudgedUrl = { url: URL; allowed: boolean } | { problem: UrlProblem }

const longest = 2000
// RFC 6761 §6.3, RFC 6762 §3, and ICANN's reserved name for private use.
const nowhere = /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa)\.?$/

/**
 * Whether a webhook may go to this URL, by what can be read off it; the address that a name resolves to is looked at when it is called.
 * `allow`: host:port entries that are called although they are private or not https. An entry counts for exactly that host and port.
 */
export function judgeUrl(text: string, allow: readonly string[]): JudgedUrl {
  if (text.length > longest) return { problem: 'long' }
  // WHATWG parsing: 0x7f.1, 017700000001 and 2130706433 all become 127.0.0.1 here, before they are judged.
  const url = URL.parse(text)
  if (!url) return { problem: 'form' }
  // Of these two alone the parser has made sure that there is a host.
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'https' }
  if (url.username || url.password) return { problem: 'credentials' }
  url.hash = ''
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  if (allow.some((entry) => entry.toLowerCase() === `${url.hostname}:${port}`)) return { url, allowed: true }
  if (url.protocol !== 'https:') return { problem: 'https' }
  // Below 1024 stand services that are no webhooks: mail, DNS, remote shells.
  if (port !== '443' && Number(port) < 1024) return { problem: 'port' }
  const literal = url.hostname.startsWith('[') ? url.hostname.slice(1, -1) : /^[\d.]+$/.test(url.hostname) ? url.hostname : undefined
  if (literal === undefined ? nowhere.test(url.hostname) || !/\.[^.]/.test(url.hostname) : !isPublicAddress(literal)) return { problem: 'private' }
  return { url, allowed: false }
}
