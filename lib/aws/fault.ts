import { Fault } from '@/lib/core/fault'

interface SdkError {
  name?: string
  $fault?: 'client' | 'server'
  $retryable?: object
  $metadata?: { httpStatusCode?: number }
}

const throttled = /^(Throttling|ThrottlingException|TooManyRequestsException|RequestLimitExceeded|SlowDown)$/

/** Wraps an SDK error: throttling, server trouble and lost connections are transient, what AWS refuses is permanent. */
export function awsFault(what: string, error: unknown): Fault {
  if (error instanceof Fault) return error
  const e = error as SdkError & Error
  const status = e.$metadata?.httpStatusCode
  const permanent = e.$fault === 'client' && !throttled.test(e.name ?? '') && !e.$retryable && status !== 429 && status !== 408
  return new Fault(permanent ? 'permanent' : 'transient', `${what}: ${e.name ?? 'Error'}: ${e.message}`, { cause: error })
}
