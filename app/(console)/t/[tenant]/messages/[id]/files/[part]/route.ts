import { redirect } from 'next/navigation'
import { readMessage } from '@/app/(console)/t/[tenant]/messages/[id]/read'
import { fileName } from '@/lib/web/file-name'
import { fileForRoute } from '@/lib/web/mail-content'

/** One file of a mail, to save. Never shown inline, never guessed to be something else; of a mail with a virus only on a second word. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string; id: string; part: string }> }): Promise<Response> {
  const { tenant: slug, id, part: place } = await params
  const { message } = await readMessage(slug, id)
  if (message.verdicts.virus === 'FAIL' && new URL(request.url).searchParams.get('infected') !== 'yes')
    redirect(`/t/${encodeURIComponent(slug)}/messages/${encodeURIComponent(id)}?tab=files`)
  const file = await fileForRoute(slug, id, place === 'whole' ? '' : place)
  if (!file) return new Response(null, { status: 404 })
  const name = fileName(file.part.filename)
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name.replace(/[^ -~]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    },
  })
}
