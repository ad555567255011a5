import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser'
import type { AwsResponse } from '@/lib/local/aws/contracts'
import type { createOutbox, Stored } from '@/lib/local/aws/ses/outbox'
import { valuesOf, readHead } from '@/lib/local/mx/head'
import { html, page, table, type Html } from './html'

type Outbox = ReturnType<typeof createOutbox>

const PER_PAGE = 50
/** What is shown of a source; the download has all. */
const MAX_SHOWN = 200_000

const when = (at: Date): string => at.toISOString().replace('T', ' ').slice(0, 19)
const decoder = new TextDecoder('utf-8')

export function mailList(outbox: Outbox, before: string | undefined): AwsResponse {
  const mails = outbox.page({ before, limit: PER_PAGE + 1 })
  const shown = mails.slice(0, PER_PAGE)
  const rows = shown.map((m) => [
    when(m.Timestamp),
    m.Source || '(null)',
    m.Destinations.join(', '),
    html`<a href="/_local/view/mail/${m.Id}">${subjectOf(m)}</a>`,
  ])
  const last = shown.at(-1)
  const older = mails.length > PER_PAGE && last ? html`<p><a href="/?before=${encodeURIComponent(last.Id)}">Older mail</a></p>` : undefined
  return page(
    'Sent mail',
    html`<p>${outbox.count()} sent in all, newest first. Times are UTC. For programs: <a href="/_aws/ses">/_aws/ses</a>.</p>
${table(['Sent', 'From', 'To', 'Subject'], rows, 'Nothing was sent yet.')}${older}`,
  )
}

const subjectOf = (mail: Stored): string => decodeWords(valuesOf(readHead(mail.raw), 'Subject')[0] ?? '') || '(no subject)'

/** Encoded words of RFC 2047, so that a list need not parse whole mails. */
function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([^?\s]+)\?([bq])\?([^?\s]*)\?=/gi, (whole, charset: string, kind: string, data: string) => {
      const bytes = kind.toLowerCase() === 'b' ? Buffer.from(data, 'base64') : quoted(data)
      try {
        return new TextDecoder(charset.split('*')[0]).decode(bytes)
      } catch {
        return whole
      }
    })
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('_', ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )

export async function oneMail(outbox: Outbox, id: string): Promise<AwsResponse> {
  const mail = outbox.get(id)
  if (!mail) return page('No such mail', html`<p>No mail with this id was sent. <a href="/">All sent mail</a></p>`, 404)
  const parsed = await parse(mail.raw)
  const facts: [string, string][] = [
    ['Sent', `${when(mail.Timestamp)} UTC`],
    ['Envelope from', mail.Source || '(null)'],
    ['Envelope to', mail.Destinations.join(', ')],
    ['From', names(parsed?.from)],
    ['To', names(parsed?.to)],
    ['Cc', names(parsed?.cc)],
    ['Message id', mail.Id],
  ]
  const attachments = (parsed?.attachments ?? []).map((a) => [a.filename ?? '(no name)', a.contentType, `${a.size} bytes`])
  return page(
    subjectOf(mail),
    html`<table><tbody>${facts.filter(([, v]) => v !== '').map(([k, v]) => html`<tr><th scope="row">${k}</th><td>${v}</td></tr>`)}</tbody></table>
<p><a href="/_local/view/mail/${id}/raw" download="${id}.eml">Download as .eml</a></p>
<h2>Text</h2>${await body(parsed)}
${attachments.length > 0 ? html`<h2>Attachments</h2>${table(['Name', 'Type', 'Size'], attachments, '')}` : undefined}
<h2>Source</h2><pre>${decoder.decode(mail.raw.subarray(0, MAX_SHOWN))}</pre>
${mail.raw.length > MAX_SHOWN ? html`<p>The first ${MAX_SHOWN} of ${mail.raw.length} bytes.</p>` : undefined}`,
  )
}

/** The text of a mail that has HTML alone is taken from that; the HTML itself is never shown. */
async function body(parsed: ParsedMail | undefined): Promise<Html> {
  if (!parsed) return html`<p>This mail cannot be parsed: only its source is shown.</p>`
  // The parser makes text of HTML only where the mail has no other parts, so it gets the HTML as a mail of its own.
  const alone = parsed.html ? await parse(Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${parsed.html}`)) : undefined
  const text = parsed.text ?? alone?.text ?? ''
  return html`<pre>${text.slice(0, MAX_SHOWN)}</pre>`
}

async function parse(raw: Buffer): Promise<ParsedMail | undefined> {
  try {
    return await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, maxHtmlLengthToParse: 1024 * 1024 })
  } catch {
    return undefined
  }
}

const names = (addresses: AddressObject | AddressObject[] | undefined): string =>
  addresses
    ? [addresses]
        .flat()
        .map((a) => a.text)
        .join(', ')
    : ''

export function rawMail(outbox: Outbox, id: string): AwsResponse | undefined {
  const mail = outbox.get(id)
  return (
    mail && {
      status: 200,
      headers: {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="${mail.Id}.eml"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
      body: mail.raw,
    }
  )
}
