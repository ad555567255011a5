import { expect, it } from 'vitest'
import { fileOf, htmlOf } from './content'
import { allParts, readParts, textOf } from './parts'

const mail = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const mixed = mail(
  'From: a@a.test', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=m', '',
  '--m', 'Content-Type: multipart/related; boundary=r', '',
  '--r', 'Content-Type: text/html; charset=iso-2022-jp', 'Content-Transfer-Encoding: base64', '', Buffer.from('<p>\x1b$B@A5a=q\x1b(B<img src="cid:l">', 'latin1').toString('base64'),
  '--r', 'Content-Type: image/png', 'Content-ID: <l>', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--r--',
  '--m', 'Content-Type: application/pdf; name="=?utf-8?B?6KuL?=.pdf"', 'Content-Disposition: attachment', 'Content-Transfer-Encoding: quoted-printable', '', 'a=3Db', '--m--', '',
)

it('reads the tree with places, names and decoded sizes', async () => {
  const { root, error } = await readParts(mixed, () => 0)
  expect(error).toBeUndefined()
  expect(allParts(root).map((p) => [p.path, p.contentType, p.filename, p.size])).toEqual([
    ['', 'multipart/mixed', '', 0],
    ['1', 'multipart/related', '', 0],
    ['1.1', 'text/html', '', 32],
    ['1.2', 'image/png', '', 3],
    ['2', 'application/pdf', '請.pdf', 3],
  ])
})

it('gives a file by its place alone', async () => {
  expect((await fileOf(mixed, '2'))?.bytes.toString()).toBe('a=b')
  expect(await fileOf(mixed, '1')).toBeUndefined()
  expect(await fileOf(mixed, '9')).toBeUndefined()
})

it('gives the HTML in its charset with the pictures that it brings', async () => {
  expect((await htmlOf(mixed, false))?.html).toBe('<p>請求書<img src="data:image/png;base64,AAAA" /></p>')
})

it('never throws on what is no mail', async () => {
  for (const raw of [Buffer.alloc(0), Buffer.from('no header'), Buffer.alloc(2_000_000, 'x'), mail('Content-Type: multipart/mixed; boundary=never', '', 'text')]) expect(await readParts(raw, () => 0)).toBeDefined()
})

it('reads text of unknown charsets', () => {
  expect(textOf(Buffer.from('é'), 'x-none')).toBe('é')
  expect(textOf(Buffer.from([0xe9]), '')).toBe('é')
})
