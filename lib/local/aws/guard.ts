import type { IncomingMessage } from 'node:http'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Whether a request to `/_local` or `/_aws` comes from a program or page of this machine: a name that an attacker points here
 * (DNS rebinding) shows in Host, a foreign page in Origin.
 */
export function isOwn(request: IncomingMessage, port: number): boolean {
  const { host, origin } = request.headers
  const hosts = loopback.map((name) => `${name}:${port}`)
  if (host === undefined || !hosts.includes(host.toLowerCase())) return false
  return origin === undefined || hosts.some((h) => origin.toLowerCase() === `http://${h}`)
}

/** Whether a web page that is not of this machine makes the request: no AWS client sends an Origin, browsers always do when they write. */
export function isForeignPage(request: IncomingMessage): boolean {
  const { origin } = request.headers
  if (origin === undefined) return false
  try {
    return !loopback.includes(new URL(origin).hostname)
  } catch {
    return true
  }
}
