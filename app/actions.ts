'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { isLocale, localeCookie } from '@/lib/web/locale'
import { keepPreferences } from '@/lib/web/preferences'
import { signOutCurrent } from '@/lib/web/sign-in'

/** The language switch: kept in a cookie of this browser for a year. */
export async function setLanguage(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (!isLocale(locale)) return
  const cookie = localeCookie()
  ;(await cookies()).set(cookie.name, locale, cookie.options)
}

/** Theme, density, keys, sidebar, times: see lib/web/preferences. */
export async function setPreference(form: FormData): Promise<void> {
  await keepPreferences(form)
}

export async function logOut(): Promise<void> {
  await signOutCurrent()
  redirect('/login')
}
