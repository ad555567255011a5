import { notFound } from 'next/navigation'
import { startProvider } from '@/lib/web/provider-log-in'
import { logInProviders } from '@/lib/web/providers'

/** Leads to an identity provider that this installation has. */
export async function GET(request: Request, { params }: { params: Promise<{ provider: string }> }): Promise<Response> {
  const { provider } = await params
  if (!logInProviders().some((p) => p.id === provider)) notFound()
  return startProvider(provider, new URL(request.url).searchParams.get('callbackUrl') ?? '/')
}
