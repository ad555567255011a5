import { createGzip } from 'node:zlib'
import { pack, type Pack } from 'tar-stream'
import { isMissing, getObject } from '@/lib/aws/objects'
import { exportTables } from '@/lib/core/tenant/export'
import { accountLines, linesOf, messagesOf, tenantLine, type ExportedMessage } from './read'

// The file: a tar, so that it is written from front to back and nothing of it is kept in memory but the page at hand. JSON Lines in UTF-8, a
// file for each noun; what can be long is cut into numbered files. Raw mails lie beside, byte for byte.

const readme = `This file holds all that your tenant had in Postroom when it was made.

*.jsonl      one JSON object a line, UTF-8; dates are ISO 8601
messages/    each message with its deliveries; each delivery with why it ended so (traces) and what happened to it (events)
raw/         each mail as it came, byte for byte, named by the message's id
missing.jsonl  mails whose raw form the storage did not have; the file is not there where there were none
manifest.json  written last, with the number of lines of each file: without it the file is not whole

Secrets are not in it: API keys are told without the key, webhooks without their secret.
`

/** Mails that are fetched from S3 side by side. */
const lanes = 4

const put = (tar: Pack, name: string, content: Buffer | string) =>
  new Promise<void>((resolve, reject) => void tar.entry({ name, mtime: new Date() }, content, (error) => (error ? reject(error) : resolve())))

const numbered = (name: string, n: number) => `${name}/${String(n).padStart(6, '0')}.jsonl`

/** Writes the archive into `tar`; `progress` is told of each page of messages, and may throw to end it. */
async function write(tar: Pack, tenantId: string, progress: (done: number) => Promise<void>): Promise<void> {
  const lines: Record<string, number> = {}
  const add = async (name: string, text: string) => {
    lines[name] = text.split('\n').length - 1
    await put(tar, name, text)
  }
  await put(tar, 'README.txt', readme)
  await add('tenant.jsonl', (await tenantLine(tenantId)) ?? '')
  await add('accounts.jsonl', await accountLines(tenantId))
  for (const table of exportTables) {
    let n = 0
    for await (const text of linesOf(tenantId, table)) await add(n++ === 0 ? `${table.file}.jsonl` : numbered(table.file, n), text)
    if (n === 0) await add(`${table.file}.jsonl`, '')
  }
  let [page, done] = [0, 0]
  const missing: string[] = []
  for await (const messages of messagesOf(tenantId)) {
    await add(numbered('messages', (page += 1)), messages.map((m) => `${m.line}\n`).join(''))
    for (let at = 0; at < messages.length; at += lanes) {
      const some = messages.slice(at, at + lanes)
      for (const [i, raw] of (await Promise.all(some.map(rawOf))).entries())
        if (raw) await put(tar, `raw/${some[i]!.id}.eml`, raw)
        else missing.push(some[i]!.id)
    }
    await progress((done += messages.length))
  }
  if (missing.length > 0) await add('missing.jsonl', missing.map((id) => `${JSON.stringify({ messageId: id })}\n`).join(''))
  await put(tar, 'manifest.json', JSON.stringify({ format: 1, tenantId, finishedAt: new Date().toISOString(), messages: done, missing: missing.length, lines }, null, 2))
  tar.finalize()
}

/** Undefined where the storage has it no more: one lost mail must not cost the tenant all others. */
async function rawOf({ rawBucket, rawKey }: ExportedMessage): Promise<Buffer | undefined> {
  try {
    return await getObject(rawBucket, rawKey)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The archive as a gzip stream. It is written as fast as it is read. */
export async function* archiveOf(tenantId: string, progress: (done: number) => Promise<void>): AsyncGenerator<Buffer> {
  const tar = pack()
  const zipped = tar.pipe(createGzip())
  let failure: unknown
  const writing = write(tar, tenantId, progress).catch((error: unknown) => {
    failure = error
    tar.destroy()
    zipped.destroy()
  })
  try {
    for await (const chunk of zipped) yield chunk as Buffer
  } catch (error) {
    throw failure ?? error
  } finally {
    tar.destroy()
    zipped.destroy()
  }
  await writing
  if (failure) throw failure
}
