/**
 * The caller's address as the nearest hop saw it: the last entry of X-Forwarded-For, which our own server appends from the socket.
 * Entries before it come from the caller and may be invented.
 */
export function clientIp(headers: Headers): string | undefined {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return last && last.length <= 45 ? last : undefined
}
