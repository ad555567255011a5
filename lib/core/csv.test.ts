import { expect, it } from 'vitest'
import { csvLines } from './csv'

it('quotes what needs it, and doubles quotes', () => {
  expect(csvLines([['a', 'b,c', 'd"e', 'f\r\ng', 'h\ni', '', null, 12], ['j', 'k', '', '', '', '', '', '']])).toBe('a,"b,c","d""e","f\r\ng","h\ni",,,12\r\nj,k,,,,,,\r\n')
})

it.each(['=1+1', '=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＠SUM(A1)'])('makes no formula of %j', (text) => {
  expect(csvLines([[text]])).toMatch(/^"?'/)
})

it('leaves our own numbers as they are', () => {
  expect(csvLines([[-1, 0]])).toBe('-1,0\r\n')
})
