import { dateFormat } from '@/lib/core/formatter'
import { choiceCookie } from './choice-cookie'

export const zoneCookie = () => choiceCookie('zone').name

/** A time zone that this machine knows (IANA name), or undefined. */
export function knownZone(name: string | undefined): string | undefined {
  if (!name || name.length > 64) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** The zone that times are shown in: the browser's as its cookie says, else UTC. */
export const chooseZone = (cookie: string | undefined): string => knownZone(cookie && safeDecode(cookie)) ?? 'UTC'

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/**
 * The instant of a wall-clock time (`2026-11-24T14:02`, seconds optional, as <input type="datetime-local"> sends it)
 * in a zone; undefined if it is none. A time that a clock change skips is moved on; one that comes twice is the first.
 */
export function instantOf(wall: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(wall)) return undefined
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return undefined
  // The offset just before is the one in force before any change of clocks on that day.
  const before = asUtc - offsetAt(asUtc - 86_400_000, zone)
  if (before + offsetAt(before, zone) === asUtc) return new Date(before)
  const after = asUtc - offsetAt(asUtc + 86_400_000, zone)
  return new Date(after + offsetAt(after, zone) === asUtc ? after : before)
}

/** The wall-clock time of an instant in a zone, to the minute, as <input type="datetime-local"> takes it. */
export function wallClock(at: Date, zone: string): string {
  return new Date(Math.floor((at.getTime() + offsetAt(at.getTime(), zone)) / 60_000) * 60_000).toISOString().slice(0, 16)
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(instant: number, zone: string): number {
  const parts = dateFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(instant / 1000) * 1000
}
