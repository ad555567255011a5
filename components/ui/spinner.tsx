import { classes } from './classes'

/** Turns while something is on its way; stands still, as a clock, where motion is reduced. Says nothing itself. */
export function Spinner({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="2" className={classes('spinner shrink-0', className)}>
      <circle cx="8" cy="8" r="6" strokeOpacity="0.3" />
      <path d="M8 2a6 6 0 0 1 6 6" strokeLinecap="round" />
    </svg>
  )
}
