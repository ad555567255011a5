const lines = (...l: string[]) => l.join('\r\n')
// EICAR's test string in two halves, so that no scanner takes this file for the file it describes.
const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'

/** Mails that break rules, as real ones do; `to` is a local part of the demo domain. Bytes, for 8-bit ones among them. */
export const malformed: { from: string; to: string; raw: Buffer }[] = [
  // No header section at all.
  { from: 'robot@plum.example', to: 'support', raw: Buffer.from(lines('just a line of text without any header', 'and one more', '')) },
  // A boundary that never comes.
  {
    from: 'scanner@plum.example',
    to: 'accounts',
    raw: Buffer.from(lines('From: scanner@plum.example', 'Subject: Scan 0031', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="never"', '', 'The parts got lost on the way.', '')),
  },
  // Raw 8-bit bytes in a subject, in a charset nobody named (ISO-8859-1).
  {
    from: 'kiosk@plum.example',
    to: 'support',
    raw: Buffer.concat([Buffer.from('From: kiosk@plum.example\r\nSubject: Caf\xe9 cr\xe8me\r\n\r\nNa\xefve bytes.\r\n', 'latin1')]),
  },
  // An encoded word that ends too early, and a date of no calendar.
  {
    from: 'old@plum.example',
    to: 'sales',
    raw: Buffer.from(lines('From: =?utf-8?B?44GC44 <old@plum.example>', 'Subject: =?iso-2022-jp?B?GyRCQUE?=', 'Date: Thu, 99 Foo 2026 25:61:00 +9999', '', 'Where is the end of my name?', '')),
  },
  // Two From fields and no To.
  {
    from: 'twice@plum.example',
    to: 'sales',
    raw: Buffer.from(lines('From: One <one@plum.example>', 'From: Two <two@plum.example>', 'Subject: Which of us wrote this?', '', 'Both did.', '')),
  },
  // Japanese in ISO-2022-JP, as mail was for thirty years.
  {
    from: 'archive@lantern.example',
    to: 'support',
    raw: Buffer.from(
      lines('From: archive@lantern.example', 'Subject: =?ISO-2022-JP?B?GyRCQEE1YT1xGyhC?=', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=ISO-2022-JP', 'Content-Transfer-Encoding: 7bit', '', '\x1b$B@A5a=q\x1b(B', ''),
      'latin1',
    ),
  },
  // A NUL byte in the body, which a database does not take as text.
  { from: 'binary@plum.example', to: 'support', raw: Buffer.from('From: binary@plum.example\r\nSubject: A byte of nothing\r\n\r\nbefore\0after\r\n') },
  // A test virus.
  {
    from: 'lab@plum.example',
    to: 'sales',
    raw: Buffer.from(
      lines('From: lab@plum.example', 'Subject: Sample for the lab', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="cut"', '', '--cut', 'Content-Type: text/plain', '', 'The sample you asked for.', '--cut',
        'Content-Type: application/octet-stream; name="eicar.com"', 'Content-Disposition: attachment; filename="eicar.com"', 'Content-Transfer-Encoding: base64', '', Buffer.from(eicar).toString('base64'), '--cut--', ''),
    ),
  },
  // Bare line feeds, a subject with a control character, and text that turns direction.
  { from: 'tricks@plum.example', to: 'support', raw: Buffer.from('From: tricks@plum.example\nSubject: Pay \u202Egpj.eciovni\u202C\u0007 now\n\nLook twice.\n') },
  // Alternatives without a text part, deep in each other.
  {
    from: 'html@lantern.example',
    to: 'news',
    raw: Buffer.from(lines('From: html@lantern.example', 'Subject: HTML alone', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8', '', '<p>Only <b>markup</b> here, and <script>alert(1)</script> no text part.</p>', '')),
  },
]
