import { rootCertificates } from 'node:tls'
import { Fault } from '@/lib/core/fault'
import { readCertificate, type SigningCertificate } from '@/lib/core/sns/certificate'

export type Certificates = (url: string) => Promise<SigningCertificate | { refused: string }>

interface Settings {
  /** Where certificates are fetched instead of AWS: the same path at this origin. Names and issuers are then not checked. */
  origin?: string | undefined
  fetch?: typeof fetch
  /** Milliseconds. */
  now?: () => number
  timeLimit?: number
}

const kept = 20
const failuresKept = 100
const failureKeptFor = 2_000
const atOnce = 8
const largestFile = 65_536

/**
 * Fetches signing certificates, each once: the last 20 are kept, and calls for one URL share one request. Give it only URLs
 * that have passed `certificatePath`. No redirects, 5 s, 64 KiB. Throws a transient Fault where the file cannot be had, and
 * repeats it for 2 s without asking again.
 */
export function createCertificates({ origin, fetch = globalThis.fetch, now = Date.now, timeLimit = 5_000 }: Settings = {}): Certificates {
  const good = new Map<string, SigningCertificate>()
  const failed = new Map<string, { fault: Fault; until: number }>()
  const running = new Map<string, ReturnType<Certificates>>()

  const load = async (url: string) => {
    try {
      const file = await download(fetch, origin ? new URL(new URL(url).pathname, origin).href : url, timeLimit)
      if (!file.includes('-----BEGIN CERTIFICATE-----')) throw new Error('the answer is not a certificate')
      const certificate = readCertificate(file, origin ? undefined : rootCertificates)
      if (!('refused' in certificate)) remember(good, url, certificate, kept)
      return certificate
    } catch (error) {
      const fault = new Fault('transient', `Fetching the certificate ${url} failed: ${reason(error)}`, { cause: error })
      remember(failed, url, { fault, until: now() + failureKeptFor }, failuresKept)
      throw fault
    } finally {
      running.delete(url)
    }
  }

  return async (url) => {
    const known = good.get(url)
    if (known) {
      if (good.size > 1) remember(good, url, known, kept)
      return known
    }
    const failure = failed.get(url)
    if (failure && failure.until > now()) throw failure.fault
    failed.delete(url)
    const shared = running.get(url)
    if (shared) return shared
    if (running.size >= atOnce) throw new Fault('transient', `Too many certificates are being fetched at once: ${url} must wait`)
    const loading = load(url)
    running.set(url, loading)
    return loading
  }
}

// A Map keeps the order of insertion: the first key is the one that was used longest ago.
function remember<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) return
    map.delete(oldest)
  }
}

async function download(fetch: typeof globalThis.fetch, url: string, timeLimit: number): Promise<string> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeLimit) })
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    throw new Error(`HTTP ${answer.status}`)
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > largestFile) throw new Error(`the file is larger than ${largestFile} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('latin1')
}

function reason(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message} (${cause.message})` : message
}
