import { describe, expect, it } from 'vitest'
import { readHead, valuesOf } from './head'

const read = (text: string | Buffer) => {
  const raw = Buffer.from(text)
  const head = readHead(raw)
  return { pairs: head.fields.map((f) => [f.name, f.value]), body: raw.subarray(head.bodyStart).toString(), head, raw }
}

describe('a header section', () => {
  it('is read with its folding undone', () => {
    const { pairs, body } = read('Subject: one\r\n  two\r\n\tthree\r\nX-Empty:\r\n\r\nbody\r\n\r\nmore')
    expect(pairs).toEqual([
      ['Subject', 'one  two\tthree'],
      ['X-Empty', ''],
    ])
    expect(body).toBe('body\r\n\r\nmore')
  })

  it.each([
    ['with bare line feeds', 'A: 1\n b\nC: 2\n\nbody', [['A', '1 b'], ['C', '2']], 'body'],
    ['without a body', 'A: 1\r\nC: 2', [['A', '1'], ['C', '2']], ''],
    ['without fields', '\r\nbody', [], 'body'],
    ['that begins with a continuation', ' lost\r\nA: 1\r\n\r\nbody', [['A', '1']], 'body'],
    ['with a line that is no field', 'A: 1\r\nno field here\r\n nor here\r\nC: 2\r\n\r\nbody', [['A', '1'], ['C', '2']], 'body'],
    ['with a space before the colon', 'A : 1\r\n\r\n', [['A', '1']], ''],
    ['of nothing', '', [], ''],
  ])('%s', (_, text, pairs, body) => expect(read(text)).toMatchObject({ pairs, body }))

  it('is taken as UTF-8 where it is that, as Latin-1 where it is not', () => {
    expect(read(Buffer.from('Subject: caf\u00e9\r\n\r\n')).pairs).toEqual([['Subject', 'caf\u00e9']])
    expect(read(Buffer.from('Subject: caf\xe9\r\n\r\n', 'latin1')).pairs).toEqual([['Subject', 'caf\u00e9']])
  })

  it('knows where each field stands', () => {
    const { head, raw } = read('A: 1\r\nB: 2\r\n 3\r\nC: 4\r\n\r\nx')
    expect(head.fields.map((f) => raw.toString('latin1', f.start, f.end))).toEqual(['A: 1\r\n', 'B: 2\r\n 3\r\n', 'C: 4\r\n'])
  })

  it('is searched by name, whatever the case', () => {
    expect(valuesOf(read('To: a\r\nX: b\r\nTO: c\r\n\r\n').head, 'to')).toEqual(['a', 'c'])
  })

  it('of 3 MB in one line is not read on for ever', () => {
    const { head } = read(`A: ${'x'.repeat(3_000_000)}\r\nB: 1\r\n\r\nbody`)
    expect(head.fields.map((f) => f.name)).toEqual(['A'])
  })
})
