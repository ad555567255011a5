/** An instant inside a link or a button: no button of its own as Time has, both times are its title. */
export function PlainTime({ at, full, children }: { at: Date; full: string; children: string }) {
  return (
    <time dateTime={at.toISOString()} title={full}>
      {children}
    </time>
  )
}
