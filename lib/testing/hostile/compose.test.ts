import { expect, it } from 'vitest'
import { fileName } from '@/lib/web/file-name'
import { htmlOf } from '@/lib/mail/content'
import { allParts, readParts } from '@/lib/mail/parts'
import { composeHostile } from './compose'
import { beacon, payloads } from './payloads'

it('has a hundred payloads of different names', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(100)
  expect(new Set(payloads.map((p) => p.name)).size).toBe(payloads.length)
})

const markup = (html: string) => html.match(/<[^>]*>/g)?.join('') ?? ''

it.each(payloads.filter((p) => p.html !== undefined))('$name: nothing runs or loads in what is left of it', async (payload) => {
  const { html } = (await htmlOf(composeHostile(payload, 'a@a.test', 'x'), false))!
  const left = markup(html)
  expect(left).not.toMatch(/\son[a-z]+\s*=|<\/?(script|style|iframe|object|embed|form|input|meta|link|base|svg|math|video|audio)\b|javascript:|srcset|ping=|url\s*\(/i)
  expect(left.replace(/<a [^>]*>/g, '')).not.toContain(beacon)
})

it.each(payloads.filter((p) => p.filename !== undefined))('$name: a safe name', async (payload) => {
  const { root } = await readParts(composeHostile(payload, 'a@a.test', 'x'), () => 0)
  const file = allParts(root).find((p) => p.filename)
  expect(fileName(file!.filename)).toMatch(/^[^/\\"<>\r\n\u202E]+$/)
})
