import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

// What people read comes from messages/<language>/<noun>.json: these tests hold it for every page and component.
const root = path.resolve(import.meta.dirname, '..')
const languages = ['en', 'ja']
const nouns = readdirSync(path.join(root, 'messages/en'))

type Catalogue = { [key: string]: string | Catalogue }

function texts(catalogue: Catalogue, at = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as [string, string]] : texts(value, `${at}${key}.`),
  )
}
const read = (language: string, noun: string) =>
  new Map(texts(JSON.parse(readFileSync(path.join(root, 'messages', language, noun), 'utf8')) as Catalogue))

it('has the same nouns in every language', () => {
  for (const language of languages) expect(readdirSync(path.join(root, 'messages', language))).toEqual(nouns)
})

it.each(nouns)('%s: the same keys, none empty, with the same arguments in every language', (noun) => {
  const english = read('en', noun)
  const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((m) => m[1]))].sort()
  for (const language of languages) {
    const other = read(language, noun)
    expect([...other.keys()]).toEqual([...english.keys()])
    for (const [key, text] of other) {
      expect(text.trim(), `${language} ${noun} ${key}`).not.toBe('')
      if (!/\b(plural|select),/.test(text + english.get(key))) expect(names(text), `${language} ${noun} ${key}`).toEqual(names(english.get(key)!))
    }
  }
})

const spoken = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'alt', 'label', 'placeholder', 'title'])

/** Words in JSX that people would read or hear, though no catalogue has them: "file:line text". */
function bareTexts(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const note = (node: ts.Node, text: string) => {
    // Names of protocols are the same in every language.
    if (/\p{L}/u.test(text) && !/^(SPF|DKIM|DMARC)$/.test(text.trim())) found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`)
  }
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node)) note(node, node.text)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression && ts.isStringLiteralLike(node.expression))
      note(node, node.expression.text)
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      const value = ts.isJsxExpression(node.initializer) ? node.initializer.expression : node.initializer
      if (value && ts.isStringLiteralLike(value)) note(node, value.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const pages = ['app', 'components'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    // Specimens show sample values, which are nobody's words.
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('specimen/'))
    .map((file) => path.join(folder, file)),
)

it('finds a bare text where there is one', () => {
  expect(bareTexts('x.tsx', '<p title="Hi">{t("a")} and <b aria-label={"there"} className="c">{"x"}</b> · 5</p>')).toEqual([
    'x.tsx:1 Hi',
    'x.tsx:1 and',
    'x.tsx:1 there',
    'x.tsx:1 x',
  ])
})

it('reads every page and component, and none has a bare text', () => {
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.flatMap((file) => bareTexts(file, readFileSync(path.join(root, file), 'utf8')))).toEqual([])
})
