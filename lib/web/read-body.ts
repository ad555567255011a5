import { Refusal } from '@/lib/core/access/refusal'

/** Bytes that a JSON body may have where an operation does not say otherwise. */
export const usualBody = 1024 * 1024

/** The body, read no further than `most` bytes. Throws Refusal `too_large`. */
export async function readBody(request: Request, most: number): Promise<Buffer> {
  const tooLarge = () => new Refusal('too_large', `The body may have at most ${most} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw tooLarge()
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}

/** RFC 8259 §8.1: JSON between systems is UTF-8. Throws Refusal `invalid`. */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) throw new Refusal('invalid', 'The call needs a JSON body.')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8'
    throw new Refusal('invalid', `The body is not JSON: ${why}.`)
  }
}
