import { connect } from './connection'

export interface Measured {
  perSecond: number
  /** Milliseconds, as the client sees them. */
  p50: number
  p99: number
}

/**
 * Posts bodies over so many kept-alive connections for so many seconds, each body once, and gives rate and times of the answers.
 * Throws on any answer but 200, and where the bodies do not suffice: a figure with errors or repeats in it is none.
 */
export async function load(url: string, connections: number, seconds: number, nextBody: () => Buffer): Promise<Measured> {
  const clients = await Promise.all(Array.from({ length: connections }, () => connect(new URL(url))))
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (let began = performance.now(); began < end; began = performance.now()) {
          const status = await client.post(nextBody())
          if (status !== 200) throw new Error(`${url} answered ${status}`)
          times.push(performance.now() - began)
        }
      }),
    )
  } finally {
    for (const client of clients) client.close()
  }
  const took = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return { perSecond: times.length / took, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

/** Of sorted values, by nearest rank. */
const quantile = (sorted: readonly number[], q: number): number => sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)] ?? NaN

export const median = (values: readonly number[]): number => quantile([...values].sort((a, b) => a - b), 0.5)
