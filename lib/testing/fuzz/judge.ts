import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { ApiDocument, Schema } from './document'
import type { Made } from './request'

export interface Answer {
  status: number
  headers: Headers
  text: string
}

export interface Verdict {
  /** What of the answer is not as the document says, or what it must never be. */
  faults: string[]
  /** 502 or 503 that the operation declares: a part outside does not answer. */
  outside: boolean
}

// What a program says of itself when it breaks: frames of a stack, SQL, the names of its libraries.
const leaks = [/\bat .+\(.+:\d+:\d+\)/, /node_modules/, /prisma/i, /\bSELECT\b.+\bFROM\b/s, /relation "/, /duplicate key/, /violates .+ constraint/, /syntax error at/, /invalid input syntax/, /ECONNREFUSED/, /\bzod\b/i, /undefined is not|cannot read propert/i]

const problem = 'application/problem+json'
const known = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** Holds answers against an OpenAPI document. */
export class Judge {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true })
  private readonly compiled = new Map<Schema, ValidateFunction>()

  constructor(private readonly document: ApiDocument) {
    ;(formats as unknown as (ajv: Ajv2020) => void)(this.ajv)
    this.ajv.addSchema({ $id: 'doc', components: document.components } as object)
  }

  judge(made: Made, answer: Answer): Verdict {
    const { op } = made.target
    const declared = op.responses[String(answer.status)]
    const asNamed = made.method === made.target.method && pathFits(made)
    const outside = asNamed && (answer.status === 502 || answer.status === 503) && declared !== undefined
    const faults: string[] = []
    if (answer.status >= 500 && !outside) faults.push(`answered ${answer.status}`)
    if (answer.status >= 400) faults.push(...this.refusal(made, answer))
    else if (asNamed) faults.push(...this.success(made, answer))
    if (asNamed && !declared) faults.push(`the document does not tell of ${answer.status}`)
    return { faults, outside }
  }

  private refusal(made: Made, { status, headers, text }: Answer): string[] {
    const faults = leaks.filter((leak) => leak.test(text)).map((leak) => `tells what it should not: ${leak.exec(text)?.[0].slice(0, 80)}`)
    // Node answers by itself what no method or header of HTTP allows.
    if (made.method === 'HEAD' || !known.has(made.method)) return faults
    if (headers.get('content-type') !== problem) return [...faults, `a refusal of type ${headers.get('content-type')}`]
    const body = parse(text) as { status?: number } | undefined
    const wrong = this.misfit({ $ref: '#/components/schemas/Problem' }, body)
    if (wrong) faults.push(`a problem that is none: ${wrong}`)
    if (body?.status !== status) faults.push(`a problem with status ${body?.status} in an answer ${status}`)
    return faults
  }

  private success(made: Made, { status, headers, text }: Answer): string[] {
    const content = made.target.op.responses[String(status)]?.content
    if (!content) return text === '' ? [] : [`a body where none is declared: ${text.slice(0, 80)}`]
    const type = headers.get('content-type')?.split(';')[0] ?? ''
    const schema = content[type]?.schema
    if (!(type in content)) return [`is ${type || 'of no type'}, not ${Object.keys(content).join(', ')}`]
    if (type !== 'application/json') return []
    const body = parse(text)
    if (body === undefined) return ['is not JSON']
    const wrong = schema && this.misfit(schema, body)
    return wrong ? [`does not fit its schema: ${wrong}`] : []
  }

  private misfit(schema: Schema, value: unknown): string | undefined {
    const key = schema
    let validate = this.compiled.get(key)
    if (!validate) {
      validate = this.ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"doc#/components/')) as object)
      this.compiled.set(key, validate)
    }
    return validate(value) ? undefined : this.ajv.errorsText(validate.errors).slice(0, 200)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function pathFits({ url, target }: Made): boolean {
  const pattern = target.path.split('/').map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.'))).join('/')
  return new RegExp(`^${pattern}$`).test(new URL(url, 'http://x').pathname)
}
