import { z } from 'zod'
import { Refusal } from '@/lib/core/access/refusal'
import { messageFile, messageHtml } from '@/lib/pipeline/content'
import { getMessage } from '@/lib/services/message/get'
import { IdParams } from '@/lib/web/answers/page'
import { fileName } from '@/lib/web/file-name'
import { operation } from '@/lib/web/operation'

// Here and not in their routes: the web may call the pipeline, a route may not.

const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox", 'cache-control': 'no-store' }

export const htmlOperation = operation({
  auth: 'tenant',
  permission: 'message.read',
  tag: 'messages',
  summary: 'The HTML of a mail, cleaned as the console shows it: no script, no form, no remote content unless asked for.',
  params: IdParams,
  query: z.strictObject({ remote: z.enum(['once']).optional().describe('Pictures over https stay in it.') }),
  responseType: 'text/html',
  refusals: [502, 503],
  handler: async ({ ctx, params, query }) => {
    const clean = await messageHtml({ ctx, input: { id: params.id, remote: query.remote === 'once' } })
    if (!clean) throw new Refusal('not_found', 'This mail has no HTML that can be shown: read its text, or its raw source.')
    return new Response(clean.html, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
  },
})

export const fileOperation = operation({
  auth: 'tenant',
  permission: 'message.read',
  tag: 'messages',
  summary: 'One file of a mail. `part` is its place in the MIME tree, such as 2 or 1.2; `whole` where the mail is one file.',
  params: IdParams.extend({ part: z.string().regex(/^(?:whole|\d{1,3}(?:\.\d{1,3}){0,9})$/) }),
  query: z.strictObject({ infected: z.enum(['yes']).optional().describe('Gives a file of a mail in which SES found a virus, which is else refused.') }),
  responseType: 'application/octet-stream',
  refusals: [409, 502, 503],
  handler: async ({ ctx, params: { id, part }, query }) => {
    const { verdicts } = await getMessage({ ctx, input: { id } })
    if (verdicts.virus === 'FAIL' && query.infected !== 'yes')
      throw new Refusal('conflict', 'SES found a virus in this message: ask again with `infected=yes` if you want the file all the same.')
    const file = await messageFile({ ctx, input: { id, path: part === 'whole' ? '' : part } })
    if (!file) throw new Refusal('not_found', 'This mail has no such part, or it is too large.')
    const name = `attachment; filename*=UTF-8''${encodeURIComponent(fileName(file.part.filename)).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
    return new Response(new Uint8Array(file.bytes), { headers: { ...headers, 'content-type': 'application/octet-stream', 'content-disposition': name } })
  },
})
