/** Keys to press, as they stand on the keyboard: "Ctrl K" are two. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1 whitespace-nowrap pointer-coarse:hidden">
      {keys.split(' ').map((key, i) => (
        <kbd key={i} className="inline-flex min-w-5 items-center justify-center rounded-chip border border-line bg-sunken px-1 font-sans text-meta text-ink-2">
          {key}
        </kbd>
      ))}
    </span>
  )
}
