import Link from 'next/link'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import type { Column } from './table'

/** A table's head; a sorted column says so to screen readers too. */
export function TableHead({ columns, tick }: { columns: readonly Column[]; tick?: ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {tick && (
          <th role="columnheader" scope="col" className="tick">
            {tick}
          </th>
        )}
        {columns.map((column) => (
          <th key={column.id} role="columnheader" scope="col" aria-label={column.name} aria-sort={column.sort ? (column.sort.direction ?? 'none') : undefined} className={classes(column.numeric && 'text-right')}>
            {column.sort ? (
              <Link href={column.sort.href} prefetch={false} scroll={false} className="inline-flex min-h-6 items-center gap-1 text-inherit no-underline hover:text-ink">
                {column.head}
                <Icon name={column.sort.direction === 'ascending' ? 'up' : column.sort.direction === 'descending' ? 'down' : 'sort'} size={12} />
              </Link>
            ) : (
              column.head
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
