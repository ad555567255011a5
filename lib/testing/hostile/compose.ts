import type { Payload } from './payloads'

const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** A payload as a mail. Written by hand: a mail composer would mend what is broken on purpose. `mark` ends the subject. */
export function composeHostile({ name, html, text, subject, fromName, filename }: Payload, to: string, mark: string): Buffer {
  const body = html === undefined ? ['text/plain', text ?? 'Look at the head.'] : ['text/html', `<p>Hello.</p>${html}<p>The end.</p>`]
  const encoded = Buffer.from(body[1]!).toString('base64').replace(/.{76}/g, '$&\r\n')
  const lines = [
    `From: ${word(fromName ?? 'Stranger')} <stranger@sender.example>`,
    `To: ${to}`,
    `Subject: ${word(`${subject ?? name} ${mark}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="cut"',
    '',
    '--cut',
    `Content-Type: ${body[0]}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    encoded,
    '--cut',
    ...(filename === undefined ? [] : ['Content-Type: text/html', `Content-Disposition: attachment; filename="${word(filename)}"`, '', '<script>top.__hit=1</script>', '--cut']),
  ]
  return Buffer.from(`${lines.join('\r\n')}--\r\n`)
}
