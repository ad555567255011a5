import { expect, it } from 'vitest'

// Open redirect: where a page, an action or a route sends a browser, the target is a path of ours by its first characters, or went through
// safePath. What is not recognised here fails, until somebody has looked at it.

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '../lib/web/**/*.ts', '!./**/*.test.*', '!../lib/web/**/*.test.ts'], { query: '?raw', import: 'default', eager: true })

/** Builders of paths below our own; each begins with a literal slash and a word. */
const builders = /^(rulesHref|logHref|messageHref|withState)\(/
/** What safePath has made; where it is read from a form, lib/web/sign-in does it. */
const values = /^(callbackUrl|result\.callbackUrl)$/
const literal = /^(['"`])\/(?![/\\])(?:(?!\$\{)[^'"`])*(\1|\$\{)/

/** Where a character stands outside all brackets, from a place on; -1 for nowhere. */
function bare(text: string, wanted: string, from = 0): number {
  for (let depth = 0, i = from; i < text.length; i += 1) {
    if (depth === 0 && text[i] === wanted && !/[?.]/.test(text[i + 1] ?? '') && text[i - 1] !== '?') return i
    depth += '([{'.includes(text[i]!) ? 1 : ')]}'.includes(text[i]!) ? -1 : 0
  }
  return -1
}

const call = /(?<![\w.])(?:permanentRedirect|redirect|NextResponse\.redirect|Response\.redirect)\(/g
const targets = (source: string): string[] =>
  [...source.matchAll(call)].map(({ 0: { length }, index }) => {
    const rest = source.slice(index + length)
    return rest.slice(0, bare(rest, ')')).trim()
  })

/** Both ends of a condition are looked at. */
function branches(target: string): string[] {
  const asks = bare(target, '?')
  if (asks < 0 || /^['"`]/.test(target)) return [target]
  const or = bare(target, ':', asks + 1)
  return [target.slice(asks + 1, or).trim(), target.slice(or + 1).trim()]
}
/** A name whose value in the same file is a path of ours, or a function that gives one. */
const isNamed = (name: string, source: string): boolean => new RegExp(`const ${name} = (?:\\([\\w: ]*\\)(?:: string)? => )?['"\`]/(?![/\\\\])`).test(source)

function isOurs(target: string, source: string): boolean {
  const name = /^(?:`\$\{)?(\w+)/.exec(target)?.[1] ?? ''
  return literal.test(target) || builders.test(target) || values.test(target) || /^safePath\(/.test(target) || target.startsWith('`${signInPath}?') || (/^(\w+$|`\$\{\w+(\(\w+\))?\}[/?]|\w+\(\w+\)$)/.test(target) && isNamed(name, source))
}

const found = Object.entries(sources).flatMap(([file, source]) => targets(source).map((target) => ({ file, target })))
const isLoose = ({ file, target }: { file: string; target: string }) => !branches(target).every((branch) => isOurs(branch, sources[file]!))

it('finds the redirects', () => expect(found.length).toBeGreaterThan(20))

it('every redirect begins with a path of ours', () => {
  expect(found.filter(isLoose)).toEqual([])
})

it.each(["url", "form.get('next')", "`${given}`", "'//evil.example'", "'https://evil.example'", "`/\\\\${x}`", 'asked.ok ? `/t/a` : next'])('takes no %s', (target) => {
  expect(branches(target).every((branch) => isOurs(branch, 'const url = given'))).toBe(false)
})
