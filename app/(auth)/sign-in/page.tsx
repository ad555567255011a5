import { redirect } from 'next/navigation'
import { safePath } from '@/lib/web/safe-path'

/** next-auth's name for the log-in page: leads there with the path to come back to. */
export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  redirect(`/login?callbackUrl=${encodeURIComponent(safePath((await searchParams)['callbackUrl']))}`)
}
