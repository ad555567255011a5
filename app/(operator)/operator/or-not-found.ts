import { notFound } from 'next/navigation'
import { Refusal } from '@/lib/core/access/refusal'

/** What a service gives, or the page that says that there is no such thing. */
export const orNotFound = <R>(work: Promise<R>): Promise<R> =>
  work.catch((error: unknown) => {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'invalid')) notFound()
    throw error
  })
