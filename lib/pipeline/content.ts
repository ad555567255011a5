import type { TenantContext } from '@/lib/core/access/actor'
import { fileOf, htmlOf } from '@/lib/mail/content'
import type { CleanHtml } from '@/lib/mail/html'
import { readParts, type Part } from '@/lib/mail/parts'
import { rawMessage } from '@/lib/services/message/raw'

export type { Part }

interface Call {
  ctx: TenantContext
  input: { id: string }
}

/** For a sandboxed frame; undefined where the mail has no HTML, or too much. Throws as `rawMessage`. */
export async function messageHtml({ ctx, input }: Call & { input: { remote: boolean } }): Promise<(CleanHtml & { source: string }) | undefined> {
  return htmlOf(await rawMessage({ ctx, input: { id: input.id } }), input.remote)
}

/** The MIME tree. Throws as `rawMessage`. */
export async function messageParts(call: Call): Promise<{ root: Part | undefined; error?: string }> {
  return readParts(await rawMessage(call), () => 0)
}

/** One part's decoded bytes; undefined where there is none, or it is too large. Throws as `rawMessage`. */
export async function messageFile({ ctx, input }: Call & { input: { path: string } }): Promise<{ part: Part; bytes: Buffer } | undefined> {
  return fileOf(await rawMessage({ ctx, input: { id: input.id } }), input.path)
}
