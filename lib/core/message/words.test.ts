import { expect, it } from 'vitest'
import { searchDocument, searchQuery } from './words'

it('makes words of letters and digits, and bigrams of Japanese', () => {
  expect(searchDocument(['Invoice No. 88', 'Ａｌｉｃｅ <alice@b.example>', '請求書の件']).words).toEqual([
    'invoice', 'no', '88', 'alice', 'b', 'example', '請求', '求書', '書の', 'の件',
  ])
})

it('folds width: half-width katakana is found by full-width', () => {
  expect(searchDocument(['ﾃﾞｰﾀ']).words).toEqual(searchDocument(['データ']).words)
})

it('joins Japanese that was wrapped by hand, and no other text', () => {
  const { text, words } = searchDocument(['ご請\r\n求書 one\r\ntwo'])
  expect(text).toBe('ご請求書 one two')
  expect(words).toContain('請求')
})

it('keeps at most 4 KB of text, whole characters, and 500 words', () => {
  const { text } = searchDocument(['あ'.repeat(3000)])
  expect(Buffer.byteLength(text)).toBe(4095)
  const many = Array.from({ length: 900 }, (_, i) => `w${i}`).join(' ')
  expect(searchDocument([many]).words).toHaveLength(500)
})

it('keeps its parts apart, so that no phrase reaches over', () => {
  expect(searchDocument(['one', '', 'two']).text).toBe('one\ntwo')
})

it.each([
  ['Invoice', { words: ['invoice'] }],
  ['invoice overdue', { words: ['invoice', 'overdue'] }],
  ['請求', { words: ['請求'] }],
  ['請求書', { words: ['請求', '求書'], phrase: '%請求書%' }],
  ['件', { words: [], phrase: '%件%' }],
  ['"net  30 days"', { words: ['net', '30', 'days'], phrase: '%net 30 days%' }],
  ['"unclosed phrase', { words: ['unclosed', 'phrase'], phrase: '%unclosed phrase%' }],
  ['Alice@B.example', { words: ['alice', 'b', 'example'], phrase: '%alice@b.example%' }],
  ['100%_a\\b', { words: ['100', 'a', 'b'], phrase: '%100\\%\\_a\\\\b%' }],
  ['請求書 alice@b.example', { words: ['請求', '求書', 'alice', 'b', 'example'], phrase: '%alice@b.example%' }],
  ['   ', { words: [] }],
  ['""', { words: [] }],
])('%j asks for %j', (text, query) => {
  expect(searchQuery(text)).toEqual(query)
})

it('finds each document by words of its own', () => {
  for (const line of ['Your order 2024-11', 'お支払い方法のご案内', 'Größe straße', 'नमस्ते दुनिया', '안녕하세요 여러분', 'ﬁnal ｔｅｓｔ①']) {
    const document = searchDocument([line])
    for (const term of line.split(' ')) {
      const query = searchQuery(term)
      expect(query.words.every((w) => document.words.includes(w))).toBe(true)
      if (query.phrase) expect(document.text).toContain(query.phrase.slice(1, -1))
    }
  }
})
