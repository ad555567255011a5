/** The names above this one that can be claimed, nearest first. A single label is none. */
export function namesAbove(name: string): string[] {
  const labels = name.split('.')
  return labels.slice(1, -1).map((_, i) => labels.slice(i + 1).join('.'))
}
