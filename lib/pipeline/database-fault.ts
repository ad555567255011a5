import { Fault } from '@/lib/core/fault'

/**
 * Wraps a Postgres error. What the data itself breaks (class 22, 23: SQLSTATE, PostgreSQL appendix A) is permanent;
 * lost connections, locks and a schema that is being deployed are transient.
 */
export function databaseFault(what: string, error: unknown): Fault {
  if (error instanceof Fault) return error
  const { code = '', message } = error as Error & { code?: string }
  if (code === '23514' && message.includes('no partition of relation'))
    return new Fault('permanent', `${what}: no partition holds its month. The raw mail stays in S3; make the month, then retry.`, {
      cause: error,
    })
  return new Fault(/^2[23]/.test(code) ? 'permanent' : 'transient', `${what}: ${message}`, { cause: error })
}
