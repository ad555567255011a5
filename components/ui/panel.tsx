import type { ReactNode } from 'react'

/** A section with its heading on a surface of its own. */
export function Panel({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-panel border border-line bg-surface">
      <h2 id={id} className="border-b border-line px-4 py-2 text-h2 font-semibold">
        {title}
      </h2>
      <div className="px-4 py-3">{children}</div>
    </section>
  )
}
