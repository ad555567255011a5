import type { ReactNode } from 'react'

/** One sentence, one example, one button. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="flex flex-col items-start gap-3 rounded-panel border border-line bg-surface p-6">
      <h2 className="text-h2 font-semibold">{title}</h2>
      {children}
    </section>
  )
}
