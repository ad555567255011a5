import { Readable } from 'node:stream'
import type { ExportFile } from '@/lib/services/export/open'

/** An export as a file, written while it is read from the storage. `head`: its fields alone. */
export async function exportFile(slug: string, { bytes, at, open }: ExportFile, head: boolean): Promise<Response> {
  const name = `postroom-${slug.replace(/[^a-z0-9-]/g, '')}-${at.toISOString().slice(0, 10)}.tar.gz`
  const body = head ? null : (Readable.toWeb(await open()) as ReadableStream)
  return new Response(body, {
    headers: {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="${name}"`,
      'content-length': String(bytes),
      'x-content-type-options': 'nosniff',
      // A proxy or Next that packs it once more would only lose its length.
      'cache-control': 'no-store, no-transform',
    },
  })
}
