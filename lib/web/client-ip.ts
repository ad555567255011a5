/**
 * The caller's address: the last entry of X-Forwarded-For. Our server listens on loopback alone, so what speaks to it is a reverse
 * proxy, which appends what it saw (entries before that are the caller's own and may be invented), or a program of this machine.
 */
export function clientIp(headers: Headers): string | undefined {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last && last.length <= 45 ? last : undefined
}
