import { expect, it } from 'vitest'
import { passages } from './quoted'

it('folds quoted runs of three lines and more', () => {
  expect(passages('Hi\r\n> a\n> b\n> c\nbye\n> d')).toEqual([
    { quoted: false, text: 'Hi', lines: 1 },
    { quoted: true, text: '> a\n> b\n> c', lines: 3 },
    { quoted: false, text: 'bye\n> d', lines: 2 },
  ])
})
