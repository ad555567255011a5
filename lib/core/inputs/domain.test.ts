import { describe, expect, it } from 'vitest'
import { ClaimDomain, isBelow } from './domain'

const read = (name: string) => {
  const parsed = ClaimDomain.safeParse({ name })
  return parsed.success ? parsed.data.name : parsed.error.issues.map((i) => i.message).join('; ')
}

describe('a domain to claim', () => {
  it.each([
    ['Example.COM', 'example.com'],
    ['mail.example.com.', 'mail.example.com'],
    [' a.test ', 'a.test'],
    ['b.example', 'b.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['ｅｘａｍｐｌｅ.com', 'example.com'],
    ['shop.github.io', 'shop.github.io'],
    ['a.co.uk', 'a.co.uk'],
  ])('%s becomes %s', (name, canonical) => expect(read(name)).toBe(canonical))

  it.each(['', '.', 'localhost', 'a', 'a..test', '-a.test', 'a-.test', 'a_b.test', 'user@a.test', 'http://a.test', '*.a.test', '.a.test', '10.0.0.1', `${'a'.repeat(64)}.test`, 'a b.test', 'a.test/x'])(
    '"%s" is none',
    (name) => expect(read(name)).toBe('must be a domain name, such as mail.example.com'),
  )

  it('refuses public suffixes and names that are nowhere', () => {
    for (const name of ['co.uk', 'github.io', 'com.br']) expect(read(name)).toContain('public suffix')
    for (const name of ['a.invalid', 'a.localhost', 'a.local']) expect(read(name)).toContain('on the internet')
    expect(read(`${'a.'.repeat(105)}test`)).toContain('at most 209 characters')
    expect(read(`${'a.'.repeat(102)}test`)).toHaveLength(208)
    expect(ClaimDomain.safeParse({ name: 'a.test', more: 1 }).success).toBe(false)
  })

  it('knows what is at or below the platform', () => {
    expect(isBelow('post.test', 'post.test')).toBe(true)
    expect(isBelow('a.b.post.test', 'post.test')).toBe(true)
    expect(isBelow('outpost.test', 'post.test')).toBe(false)
  })
})
