import { cut } from './clean'

// Languages that write without spaces are searched by bigrams: trigrams do not serve the two-character words that Japanese is full of.
const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆`
const runs = new RegExp(`[${cjk}]+|(?:(?![${cjk}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const isCjk = new RegExp(`^[${cjk}]`, 'u')
// Japanese mail is wrapped by hand: a line break inside a run of it ends no word.
const wrapped = new RegExp(`(?<=[${cjk}])[ \\t]*\\n[ \\t]*(?=[${cjk}])`, 'gu')

const maxWord = 64
const maxWords = 500
const maxText = 4096

/** NFKC, lower case, white space as single spaces: what is stored and what is asked for meet in this form. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\r\n?/g, '\n').replace(wrapped, '').replace(/\s+/gu, ' ').trim()

function bigrams(run: string): string[] {
  const chars = [...run]
  return chars.length < 2 ? chars : chars.slice(1).map((c, i) => chars[i]! + c)
}

/** Words of a text already in normal form: words of letters and digits, and the bigrams of each CJK run. */
const wordsOf = (text: string): string[] =>
  (text.match(runs) ?? []).flatMap((run) => (isCjk.test(run) ? bigrams(run) : [cut(run, maxWord)]))

export interface SearchDocument {
  /** Normal form, at most 4 KB of UTF-8: what phrases are looked for in. */
  text: string
  /** Distinct words, at most 500. */
  words: string[]
}

/** What the search table keeps of a delivery. Parts come in order of weight: what stands last is cut first. */
export function searchDocument(parts: string[]): SearchDocument {
  // A line for each part: a phrase, which has spaces alone, never reaches from one into the next.
  const joined = parts.map((part) => normal(cut(part, 4 * maxText))).filter(Boolean).join('\n')
  const text = cutBytes(joined, maxText)
  return { text, words: [...new Set(wordsOf(text))].slice(0, maxWords) }
}

function cutBytes(text: string, most: number): string {
  const bytes = Buffer.from(text, 'utf8')
  if (bytes.length <= most) return text
  let end = most
  while ((bytes[end]! & 0xc0) === 0x80) end -= 1
  return bytes.toString('utf8', 0, end)
}

export interface SearchQuery {
  /** All of them must be there. */
  words: string[]
  /** A LIKE pattern that the text must match too. */
  phrase?: string
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/**
 * A query as people type it. Terms are separated by spaces and all must occur; "quoted" terms, CJK terms of three or more characters,
 * single CJK characters and terms with punctuation (addresses, domains) are also looked for as they stand. The search function takes
 * one pattern, so the longest such term gives it; the words of the others still count.
 */
export function searchQuery(text: string): SearchQuery {
  const terms = cut(text, 400).normalize('NFKC').toLowerCase().match(/"[^"]*"?|[^\s"]+/gu) ?? []
  const words = new Set<string>()
  let phrase = ''
  for (const written of terms) {
    const term = normal(written.replaceAll('"', ''))
    if (!term) continue
    const plain = (term.match(runs) ?? [])[0] === term
    const single = plain && isCjk.test(term) && [...term].length === 1
    if (!single) for (const word of wordsOf(term)) words.add(word)
    const asItStands = !plain || (isCjk.test(term) && [...term].length !== 2)
    if (asItStands && term.length > phrase.length) phrase = term
  }
  return phrase ? { words: [...words], phrase: `%${escapeLike(phrase)}%` } : { words: [...words] }
}
