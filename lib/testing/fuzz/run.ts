import { targetsOf, type ApiDocument } from './document'
import { Judge, type Answer } from './judge'
import { Random } from './random'
import { makeRequest, type Asker, type Made, type Seen } from './request'

interface Options {
  document: ApiDocument
  askers: readonly Asker[]
  count: number
  seed: number
  /** Requests that are under way together. */
  workers?: number
  /** Ids that are not learnt, so that no request ends what the others need: the askers' own keys and tenants. */
  spare?: ReadonlySet<string>
  send: (made: Made) => Promise<Answer>
}

interface Fault {
  made: Made
  answer: Answer
  why: string[]
}

export interface Report {
  sent: number
  byStatus: Map<number, number>
  /** How often each operation answered with success. */
  succeeded: Map<string, number>
  operations: number
  outside: number
  faults: Fault[]
}

/** Sends generated requests, each operation in turn, and holds every answer against the document. */
export async function fuzz({ document, askers, count, seed, workers = 1, spare = new Set(), send }: Options): Promise<Report> {
  const targets = targetsOf(document).filter((t) => t.path.startsWith('/api/v1/'))
  const judge = new Judge(document)
  const seen: Seen = new Map()
  const report: Report = { sent: 0, byStatus: new Map(), succeeded: new Map(), operations: targets.length, outside: 0, faults: [] }
  const one = async (i: number) => {
    // Each request has a seed of its own, so that one alone can be made again.
    const made = makeRequest(new Random(seed + i * 7919), document, targets[i % targets.length]!, askers, seen)
    const answer = await send(made)
    const { faults, outside } = judge.judge(made, answer)
    report.sent++
    report.byStatus.set(answer.status, (report.byStatus.get(answer.status) ?? 0) + 1)
    if (outside) report.outside++
    if (faults.length > 0) report.faults.push({ made, answer, why: faults })
    if (answer.status < 300) {
      report.succeeded.set(made.target.op.operationId, (report.succeeded.get(made.target.op.operationId) ?? 0) + 1)
      learn(seen, made, answer, spare)
    }
  }
  let next = 0
  const worker = async () => {
    while (next < count) await one(next++)
  }
  await Promise.all(Array.from({ length: workers }, worker))
  return report
}

const most = 30

/** Keeps ids of the things that an answer is about, for the paths of later requests. */
function learn(seen: Seen, { target }: Made, { text, headers }: Answer, spare: ReadonlySet<string>): void {
  if (text === '' || headers.get('content-type')?.split(';')[0] !== 'application/json') return
  const noun = target.path.split('/').findLast((part) => !part.startsWith('{')) ?? ''
  const body = JSON.parse(text) as { id?: unknown; data?: { id?: unknown }[] }
  const ids = [body, ...(Array.isArray(body.data) ? body.data : [])].map((row) => row.id).filter((id): id is string => typeof id === 'string' && !spare.has(id))
  const known = seen.get(noun) ?? []
  seen.set(noun, [...new Set([...ids, ...known])].slice(0, most))
}

/** A request as a command to send it again. */
export function asCurl({ method, url, headers, body }: Made, base: string): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
  const fields = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`)
  return ['curl', '-X', method, ...fields, ...(body === undefined ? [] : ['--data-binary', quoted(body.length > 2000 ? `${body.slice(0, 2000)}…` : body)]), quoted(base + url)].join(' ')
}
