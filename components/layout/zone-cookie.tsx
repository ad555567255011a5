'use client'

import { useEffect } from 'react'

/**
 * Tells the server the browser's time zone for the pages after this one. Nothing on the present page changes:
 * its times stay in the zone that its head names.
 */
export function ZoneCookie({ name, current }: { name: string; current: string }) {
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || zone === current) return
    const secure = location.protocol === 'https:' ? '; secure' : ''
    document.cookie = `${name}=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax${secure}`
  }, [name, current])
  return null
}
