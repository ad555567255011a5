/** A line to copy, in the fixed-width face. Scrolls sideways by itself, also by keyboard. */
export function Code({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      role="group"
      aria-label={label}
      className="w-full overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2 font-mono text-table select-all"
    >
      <code>{children}</code>
    </pre>
  )
}
