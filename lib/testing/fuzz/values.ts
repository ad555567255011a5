import type { Random } from './random'

/** Texts that programs stumble over. */
export const nasty = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uD800',
  '\uFEFF',
  '\u202Egnp.exe',
  'ａ＠ｂ．ｃ',
  'テスト@例え.テスト',
  '😀'.repeat(50),
  'e\u0301',
  "' OR 1=1 --",
  '"; DROP TABLE tenant; --',
  '%00',
  '../../../../etc/passwd',
  '${7*7}{{7*7}}',
  '<script>alert(1)</script>',
  'a\r\nBcc: x@y.example',
  '=cmd|calc!A1',
  'null',
  'true',
  '-1',
  '0x10',
  '1e309',
  'NaN',
  '9'.repeat(400),
  'x'.repeat(10_000),
  '__proto__',
  'constructor',
  '[object Object]',
  '2026-13-45T99:99:99Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
] as const

const numbers = [0, -1, 1, 0.5, -0.0001, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e308, -1e308]

/** Something that is seldom what was asked for. */
function junk(random: Random): unknown {
  switch (random.below(9)) {
    case 0:
      return null
    case 1:
      return random.chance(0.5)
    case 2:
      return random.pick(numbers)
    case 3:
      return []
    case 4:
      return {}
    case 5:
      return Array.from({ length: random.pick([1, 101, 1000]) }, () => random.pick(nasty))
    case 6:
      return { [random.pick(nasty)]: random.pick(nasty) }
    case 7:
      return nest(random.pick([10, 200, 800]))
    default:
      return random.pick(nasty)
  }
}

function nest(depth: number): unknown {
  let inner: unknown = []
  for (let i = 0; i < depth; i++) inner = i % 2 ? { all: [inner] } : [inner]
  return inner
}

/** Fields that an attacker adds: whose it is, what it may. */
const extras = ['tenantId', 'id', 'role', 'isOperator', 'hash', 'createdBy', 'ownerId', 'status', 'verifiedAt', '__proto__', 'constructor', 'prefix', 'revision']

/** A body that is nearly right: one thing of it is changed, lost, added or torn. */
export function mutate(random: Random, body: unknown): unknown {
  const copy = structuredClone(body)
  const places = placesOf(copy)
  const place = places.length > 0 ? random.pick(places) : undefined
  if (!place || random.chance(0.1)) return junk(random)
  switch (random.below(6)) {
    case 0:
      delete (place.holder as Record<string, unknown>)[place.key]
      return copy
    case 1:
      if (Array.isArray(copy) || typeof copy !== 'object' || copy === null) return junk(random)
      Object.defineProperty(copy, random.pick(extras), { value: junk(random), enumerable: true, configurable: true })
      return copy
    default:
      set(place, typeof place.value === 'string' && random.chance(0.6) ? random.pick(nasty) : junk(random))
      return copy
  }
}

interface Place {
  holder: object
  key: string
  value: unknown
}

const set = ({ holder, key }: Place, value: unknown) => void ((holder as Record<string, unknown>)[key] = value)

const placesOf = (of: unknown): Place[] =>
  typeof of === 'object' && of !== null ? Object.entries(of).flatMap(([key, value]) => [{ holder: of, key, value }, ...placesOf(value)]) : []
