import { expect, it } from 'vitest'
import { fileName } from './file-name'

it.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a\r\nContent-Type: text/html\r\n\r\n<script>', 'a__Content-Type_ text_html_____script_'],
  ['exe\u202Efdp.exe', 'exe_fdp.exe'],
  ['CON.txt', '_CON.txt'],
  ['', 'file'],
  ['...', 'file'],
  ['請求書.pdf', '請求書.pdf'],
])('%j → %s', (written, name) => {
  expect(fileName(written)).toBe(name)
})

it('keeps the ending of a long name', () => {
  expect(fileName(`${'a'.repeat(500)}.pdf`)).toHaveLength(150)
  expect(fileName(`${'a'.repeat(500)}.pdf`)).toMatch(/\.pdf$/)
})
