const types = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' } as const

/**
 * CSV or JSON Lines as a file, written while it is read: a reader who stops reading stops the work. The first piece is read before anything is said,
 * so that a refusal is still an answer of its own. Throws what that first piece throws.
 */
export async function streamedFile(name: string, format: keyof typeof types, lines: AsyncGenerator<string>): Promise<Response> {
  const encoder = new TextEncoder()
  const first = await lines.next()
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      if (!first.done) controller.enqueue(encoder.encode(first.value))
    },
    pull: async (controller) => {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await lines.return(undefined)),
  })
  return new Response(stream, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
