import { createHash } from 'node:crypto'
import { escapeXml } from '@/lib/local/aws/protocol'
import type { AwsResponse } from '@/lib/local/aws/contracts'

/** Markup that is safe to put in a page as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | Part[] | undefined

const render = (part: Part): string => {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(render).join('')
  return escapeXml(String(part))
}

/** A template whose values are escaped, unless they are Html themselves. */
export const html = (literals: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(literals.map((literal, i) => literal + render(parts[i])).join(''))

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8882;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--link:#8ab4f8}}
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:0 1rem 3rem}
a{color:var(--link)}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;padding:1rem 0;border-bottom:1px solid var(--line)}
nav strong{margin-right:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{font-weight:600}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--soft);padding:1rem;border-radius:.4rem}
.mark{background:var(--soft);border-radius:.4rem;padding:.05rem .5rem;font-size:.85em}
.scroll{overflow-x:auto}
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing runs, loads or frames: mail of anybody is shown here. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const links = [
  ['/', 'Sent mail'],
  ['/_local/view/rules', 'Rule sets'],
  ['/_local/view/identities', 'Identities'],
  ['/_local/view/dns', 'DNS'],
  ['/_local/view/queues', 'Queues and topics'],
] as const

/** One page of the viewer. */
export function page(title: string, body: Html, status = 200): AwsResponse {
  const nav = links.map(([href, name]) => html`<a href="${href}">${name}</a>`)
  const document = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Local AWS</title><style>${new Html(style)}</style></head>
<body><header><nav aria-label="Pages"><strong>Local AWS</strong>${nav}</nav></header><main><h1>${title}</h1>${body}</main></body></html>
`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: document.text,
  }
}

/** A table, or a sentence where there are no rows. */
export const table = (heads: string[], rows: Part[][], none: string): Html =>
  rows.length === 0
    ? html`<p>${none}</p>`
    : html`<div class="scroll"><table><thead><tr>${heads.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((c) => html`<td>${c}</td>`)}</tr>`)}</tbody></table></div>`
