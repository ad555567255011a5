import { dateFormat, numberFormat } from '@/lib/core/formatter'

const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const

/** An instant as a log shows it, to the second: "Nov 24, 14:02:11"; with the year where it is not `now`'s. */
export function logTime(at: Date, locale: string, zone: string, now: Date): string {
  const year = dateFormat('en', { timeZone: zone, year: 'numeric' })
  const withYear = year.format(at) === year.format(now) ? {} : ({ year: 'numeric' } as const)
  return dateFormat(locale, { timeZone: zone, month: 'short', day: 'numeric', ...clock, ...withYear }).format(at)
}

/** An instant in full, with its zone: for a page's head and for the tip of a shorter one. */
export function fullTime(at: Date, locale: string, zone: string): string {
  const text = dateFormat(locale, { timeZone: zone, year: 'numeric', month: 'short', day: 'numeric', ...clock }).format(at)
  return `${text} ${zoneName(at, locale, zone)}`
}

/** The zone's short name at an instant, as a table's head shows it: JST, GMT+1, UTC. */
export function zoneName(at: Date, locale: string, zone: string): string {
  // English names Japan's zone by offset alone; Japanese names it by letters.
  const names = [locale, 'ja'].map((l) => dateFormat(l, { timeZone: zone, timeZoneName: 'short' }).formatToParts(at))
  const short = names.map((parts) => parts.find((p) => p.type === 'timeZoneName')?.value ?? zone)
  return short.find((name) => !name.startsWith('GMT')) ?? short[0] ?? zone
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Bytes for people: "512 byte", "24 kB", "1.4 MB"; thousands, as mail programs count. */
export function bytes(n: number, locale: string): string {
  const step = n < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3))
  const value = n / 1000 ** step
  return numberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}

/** Milliseconds as a trace holds them: "2.1 ms". */
export const milliseconds = (ms: number, locale: string): string =>
  numberFormat(locale, { style: 'unit', unit: 'millisecond', unitDisplay: 'short', maximumFractionDigits: 2 }).format(ms)
