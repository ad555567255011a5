import { expect, it } from 'vitest'
import { csvLine } from './csv'

it('quotes what needs it, and doubles quotes', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\r\ng', '', null, 12])).toBe('a,"b,c","d""e","f\r\ng",,,12\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\0=1', '\t=1', '\r=1', '＝1+1'])('makes no formula of %j', (text) => {
  expect(csvLine([text])).toMatch(/^"?'/)
})

it('leaves our own numbers as they are', () => {
  expect(csvLine([-1, 0])).toBe('-1,0\r\n')
})
