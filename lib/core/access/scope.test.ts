import { expect, it } from 'vitest'
import en from '@/messages/en/keys.json'
import ja from '@/messages/ja/keys.json'
import { grantable } from './scope'

it('says what each scope lets a key do, in both languages', () => {
  for (const { scope } of [en, ja]) {
    const told = Object.entries(scope).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`))
    expect(told.sort()).toEqual([...grantable].sort())
  }
})
