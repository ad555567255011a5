'use server'

import type { Found } from '@/components/layout/palette'
import { FindPlace } from '@/lib/core/inputs/place'
import { findPlaces, type Place } from '@/lib/services/place/find'
import { question } from '@/lib/web/action'

const look = question('message.read', FindPlace, findPlaces)

/** The palette's question: what of this tenant does a text name, and where is it? */
export async function find(slug: string, text: string): Promise<Found[]> {
  const answer = await look(slug, { text })
  const base = `/t/${encodeURIComponent(slug)}`
  return answer.ok ? answer.value.map((place) => ({ kind: place.kind, text: place.text, href: base + pathOf(place) })) : []
}

function pathOf({ kind, text, id }: Place): string {
  switch (kind) {
    case 'message':
      return `/messages/${id}`
    case 'domain':
      return `/domains/${id}`
    case 'address':
      return `/messages?recipient=${encodeURIComponent(text)}`
    case 'log':
      return `/messages?q=${encodeURIComponent(text)}`
  }
}
