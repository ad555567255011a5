import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

// docs/security.md says "met" by naming files and tests: a file that moved or a test that was renamed fails here.

const root = path.resolve(import.meta.dirname, '..')
const text = readFileSync(path.join(root, 'docs/security.md'), 'utf8')
const files = [...new Set([...text.matchAll(/`((?:app|components|lib|e2e|scripts|docs|messages)\/[^`]+)`/g)].map(([, file]) => file!))]
const tests = [...text.matchAll(/`([^`]+\.(?:test|spec)\.tsx?)` "([^"]+)"/g), ...[...text.matchAll(/"([^"]+)" \(`([^`]+\.test\.ts)`\)/g)].map((m) => [m[0], m[2], m[1]])]

it.each(files)('there is %s', (file) => expect(existsSync(path.join(root, file))).toBe(true))

it.each(tests.map(([, file, name]) => ({ file: file!, name: name! })))('$file has "$name"', ({ file, name }) => {
  const plain = readFileSync(path.join(root, file), 'utf8').replaceAll("\\'", "'")
  expect(plain.includes(name)).toBe(true)
})

it('finds what it is about', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(tests.length).toBeGreaterThan(15)
})
