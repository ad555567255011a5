// ASVS 5.0 6.2.4, 6.2.11: what people who guess try first. At 12 characters and more the lists of common passwords hold three kinds: a short
// thing over and over, a walk over the keyboard or the alphabet, and common words with some digits. So no list is needed, but the words.

/** Words that make no password, alone or together; the product's own and its trade's among them. Longest first where one begins another. */
const common =
  'postroom postmaster administrator password passwort passphrase basketball background babygirl charlie chocolate computer football baseball superman sunshine princess starwars ' +
  'welcome whatever internet iloveyou trustno1 qwertyuiop qwerty azerty asdfgh zxcvbn letmein changeme default security secret service support operator ' +
  'private company business tenant amazon console message mailbox master monkey dragon shadow summer winter spring autumn january february april august september october november december ' +
  'michael jessica jennifer ashley daniel thomas hunter killer soccer hockey ranger google facebook twitter mother father family friend forever ' +
  'hello admin guest login email mail post room user test demo root pass pwd love lover angel baby black white green blue orange purple power silver golden ' +
  'the and for you one two my me is it in of to i a '
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop', 'abcdefghijklmnopqrstuvwxyz', '01234567890', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p']
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')])
const leet: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const letters = (text: string): string => [...text].map((c) => leet[c] ?? c).join('')

/** Whether a password is what a guesser tries first. `own`: name, address and the like, whose words make none either. */
export function isWeak(password: string, own: readonly string[] = []): boolean {
  const text = plain(password)
  const words = [...common.split(' '), ...own.flatMap((o) => plain(o).split(/[^\p{L}\p{N}]+/u))].filter((w) => w.length > 0)
  return [text, letters(text)].some((form) => rest(form, words) < 5)
}

/** What is left where repetitions, walks and words are taken out: letters count whole, digits half, as a year or two behind a word are no secret. */
function rest(text: string, words: readonly string[]): number {
  let left = text.replace(/(.{1,6}?)\1{2,}/gu, '').replace(/^(.{4,})\1$/u, '$1')
  for (const run of walksOf(left)) left = left.replaceAll(run, ' ')
  for (const word of [...words].sort((a, b) => b.length - a.length)) if (word.length > 2) left = left.replaceAll(word, ' ')
  const digits = left.match(/\p{N}/gu)?.length ?? 0
  return [...left.replace(/[\p{N}\p{P}\p{S}\s]+/gu, '')].length + Math.floor(digits / 2)
}

/** Pieces of four and more that walk along a row, either way. */
function walksOf(text: string): string[] {
  const found = new Set<string>()
  for (let from = 0; from + 4 <= text.length; from += 1) {
    let to = from + 4
    if (!walks.some((w) => w.includes(text.slice(from, to)))) continue
    while (to < text.length && walks.some((w) => w.includes(text.slice(from, to + 1)))) to += 1
    found.add(text.slice(from, to))
    from = to - 1
  }
  return [...found].sort((a, b) => b.length - a.length)
}
