import { expect, it } from 'vitest'
import { isWeak } from './weak-password'

it.each([
  'aaaaaaaaaaaa', 'abcabcabcabc', '111111111111', '123456789012', '1234567890123456', 'qwertyuiop12', 'qwertyuiopasdfgh', '1q2w3e4r5t6y1q2w3e4r5t6y'.slice(0, 4).repeat(3),
  'passwordpassword', 'password1234', 'Password123!', 'P@ssw0rd2026', 'PostroomPostroom', 'postroom2026!', 'Welcome12345', 'iloveyou1234', 'letmein12345', 'adminadmin123',
  'administrator', 'summer2026!!', 'Winter2025!!', 'zyxwvutsrqpo', '1qaz2wsx3edc', 'changeme1234', 'football1234', 'trustno1trustno1', '!!!!!!!!!!!!', '            a',
])('%j is guessed first', (password) => {
  expect(isWeak(password)).toBe(true)
})

it.each([
  'a long enough password', 'correct horse battery staple', 'xK9#mQ2$vL7p', 'tidal-lantern-quorum', 'パスワードは長い方が良い', 'Ein Dackel frisst Nudeln', 'mjq wxr plo tnv', 'fourteen ducks swim',
])('%j is not', (password) => {
  expect(isWeak(password)).toBe(false)
})

it("counts the own name and address out, and what is left decides", () => {
  expect(isWeak('nora.lindqvist99')).toBe(false)
  expect(isWeak('nora.lindqvist99', ['Nora Lindqvist', 'nora@people.example'])).toBe(true)
})

it('takes its time from no input', () => {
  const began = performance.now()
  for (const text of ['ab'.repeat(128), 'a'.repeat(255) + 'b', 'abcd1234'.repeat(32), '\u{1f600}'.repeat(64), 'qwertyuiop'.repeat(25)]) isWeak(text, [text])
  expect(performance.now() - began).toBeLessThan(500)
})

it('takes what a machine drew, though it has few letters', () => {
  for (const drawn of ['40718a926351c08274196b35', '7193027748160539', '059371824660']) expect([drawn, isWeak(drawn)]).toEqual([drawn, false])
})
