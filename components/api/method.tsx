import { classes } from '@/components/ui/classes'

const tones: Record<string, string> = { GET: 'text-ink-2', DELETE: 'text-bad' }

/** The method of HTTP, in a column of its own width. */
export function Method({ of }: { of: string }) {
  return <span className={classes('inline-block w-14 shrink-0 font-mono text-meta font-semibold', tones[of] ?? 'text-accent')}>{of}</span>
}
