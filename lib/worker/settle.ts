import type { JobResult, JobWithMetadata } from 'pg-boss'
import { z } from 'zod'
import { isTransient } from '@/lib/core/fault'
import { failedTry } from '@/lib/core/job/attempt'
import { log } from '@/lib/log'

export type Handle<S extends z.ZodType> = (data: z.infer<S>) => Promise<unknown>

/** A job with what the try before left. */
type Tried = Pick<JobWithMetadata<object>, 'id' | 'data' | 'output'>

/**
 * A batch handler in which each job ends by itself: done, to be tried again, or (where trying again cannot help) straight to the dead
 * letters with its reason. At most `concurrency` jobs of the batch run at once.
 */
export function settleEach<S extends z.ZodType>(queue: string, data: S, concurrency: number, handle: Handle<S>) {
  return async (jobs: Tried[]): Promise<JobResult[]> => {
    const results: JobResult[] = []
    const waiting = [...jobs]
    const lane = async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) results.push(await settleOne(queue, data, job, handle))
    }
    await Promise.all(Array.from({ length: Math.min(concurrency, jobs.length) }, lane))
    return results
  }
}

async function settleOne<S extends z.ZodType>(queue: string, schema: S, job: Tried, handle: Handle<S>): Promise<JobResult> {
  const { id } = job
  const failed = (message: string) => failedTry(message, new Date(), job.output)
  try {
    const parsed = schema.safeParse(job.data ?? {})
    const message = parsed.success ? '' : `The job's data is not right: ${z.prettifyError(parsed.error)}`
    if (!parsed.success) return { id, status: 'deadletter', output: failed(message) }
    const outcome = await handle(parsed.data)
    return { id, status: 'completed', output: { outcome: outcome ?? null } }
  } catch (error) {
    const transient = isTransient(error)
    log[transient ? 'warn' : 'error']({ err: error, queue, job: id }, transient ? 'a job failed and is tried again' : 'a job failed for good')
    return { id, status: transient ? 'failed' : 'deadletter', output: failed(error instanceof Error ? error.message : String(error)) }
  }
}
