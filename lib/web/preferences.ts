import { cookies } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { choiceCookie } from './choice-cookie'

/** What a reader chose for this browser. Each is a cookie of its own; what it may be is written here alone. */
const choices = {
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  density: z.enum(['compact', 'comfortable']).catch('compact'),
  keys: z.enum(['on', 'off']).catch('on'),
  sidebar: z.enum(['open', 'folded']).catch('open'),
  checklist: z.enum(['shown', 'hidden']).catch('shown'),
  times: z.enum(['local', 'utc']).catch('local'),
} as const
type Name = keyof typeof choices
export type Preferences = { [N in Name]: z.infer<(typeof choices)[N]> }

const names = Object.keys(choices) as Name[]

/** The reader's choices, once per request; what is missing or unknown is the default. */
export const preferences = cache(async (): Promise<Preferences> => {
  const jar = await cookies()
  return Object.fromEntries(names.map((name) => [name, choices[name].parse(jar.get(choiceCookie(name).name)?.value)])) as unknown as Preferences
})

/** Keeps what a form names, for a year; anything that is no choice of ours is left out. */
export async function keepPreferences(form: FormData): Promise<void> {
  const jar = await cookies()
  for (const name of names) {
    const value = form.get(name)
    if (typeof value !== 'string' || choices[name].parse(value) !== value) continue
    const cookie = choiceCookie(name)
    jar.set(cookie.name, value, cookie.options)
  }
}
