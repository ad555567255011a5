/** An instant. `children` is what is shown, `full` is both times, local and UTC, for whoever points at it. */
export function Time({ at, full, children }: { at: Date; full: string; children: string }) {
  return (
    <time dateTime={at.toISOString()} title={full}>
      {children}
    </time>
  )
}
