import { NextIntlClientProvider, type Messages } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Every client component may use these; a page with client components of its own names its nouns beside them. */
const everywhere = ['console', 'ui'] as const

/** Gives the client components below the words of these nouns; the rest of the catalogue stays on the server. */
export async function ClientMessages({ of = [], children }: { of?: readonly (keyof Messages)[]; children: ReactNode }) {
  const messages = await getMessages()
  const given = Object.fromEntries([...everywhere, ...of].map((noun) => [noun, messages[noun]]))
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>
}
