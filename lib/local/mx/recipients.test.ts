import { describe, expect, it } from 'vitest'
import { matchedBy, matchesCondition } from './recipients'

describe('a recipient condition', () => {
  it.each([
    ['user@shop.test', 'user@shop.test', true],
    ['user@shop.test', 'user+tag@shop.test', true],
    ['user@shop.test', 'user+a+b@shop.test', true],
    ['user@shop.test', 'USER@Shop.Test', true],
    ['User@SHOP.test', 'user+tag@shop.test', true],
    ['user@shop.test', 'user@sub.shop.test', false],
    ['user@shop.test', 'users@shop.test', false],
    ['user@shop.test', '+tag@shop.test', false],
    ['user+tag@shop.test', 'user+tag@shop.test', true],
    ['user+tag@shop.test', 'user+TAG@shop.test', true],
    ['user+tag@shop.test', 'user@shop.test', false],
    ['user+tag@shop.test', 'user+other@shop.test', false],
    ['user+tag@shop.test', 'user+tag+more@shop.test', false],
    ['shop.test', 'anyone+x@shop.test', true],
    ['shop.test', 'anyone@SHOP.TEST', true],
    ['shop.test', 'anyone@sub.shop.test', false],
    ['shop.test', 'anyone@myshop.test', false],
    ['sub.shop.test', 'anyone@sub.shop.test', true],
    ['sub.shop.test', 'anyone@shop.test', false],
    ['.shop.test', 'anyone@sub.shop.test', true],
    ['.shop.test', 'anyone@deep.sub.shop.test', true],
    ['.shop.test', 'anyone@shop.test', false],
    ['.shop.test', 'anyone@evilshop.test', false],
    ['.test', 'anyone@shop.test', true],
    ['test', 'anyone@shop.test', false],
    ['shop.test', 'no-at-sign', false],
    ['shop.test', '@shop.test', false],
    ['', 'user@shop.test', false],
    ['@shop.test', '+tag@shop.test', false],
  ])('%s against %s: %s', (condition, address, expected) => {
    expect(matchesCondition(condition, address)).toBe(expected)
  })
})

describe('a rule', () => {
  const addresses = ['a@shop.test', 'b@other.test', 'A+1@shop.test']

  it('gives back those that it matched, in their order and as written', () => {
    expect(matchedBy({ Name: 'r', Recipients: ['a@shop.test'] }, addresses)).toEqual(['a@shop.test', 'A+1@shop.test'])
  })

  it.each([[undefined], [[]]])('without recipients (%j) matches every address', (recipients) => {
    expect(matchedBy({ Name: 'r', Recipients: recipients }, addresses)).toEqual(addresses)
  })
})
