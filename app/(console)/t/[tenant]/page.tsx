import { redirect } from 'next/navigation'

export default async function TenantHome({ params }: { params: Promise<{ tenant: string }> }) {
  redirect(`/t/${encodeURIComponent((await params).tenant)}/messages`)
}
