'use client'

import { flexRender, getCoreRowModel, useReactTable, type ColumnDef, type RowSelectionState } from '@tanstack/react-table'
import { useTranslations } from 'next-intl'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { Checkbox } from './checkbox'
import { classes } from './classes'
import { TableHead } from './table-head'

export interface Column {
  id: string
  head: ReactNode
  /** Its name, where `head` is not a plain text. */
  name?: string
  /** To the right, for numbers. */
  numeric?: boolean
  /** One line, never broken. */
  nowrap?: boolean
  /** The head is a link that sorts: where to, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined }
  /** On a phone: line one left, line one right, line two, lines of its own below, or not there. */
  phone?: 'title' | 'side' | 'line' | 'block' | 'hidden'
}

export interface TableRow {
  id: string
  /** What the row is, for its checkbox: "Invoice 88". */
  name: string
  /** By column id. The first one has the link. */
  cells: Readonly<Record<string, ReactNode>>
  /** A second line across the row: why. */
  note?: ReactNode
  /** Chosen, open beside the table. */
  current?: boolean
}

interface Props {
  label: string
  columns: readonly Column[]
  rows: readonly TableRow[]
  /** Columns that are not shown, by id. */
  hidden?: readonly string[]
  /** Rows can be ticked; `name` is the checkboxes' name in the surrounding form, so that it works without script. */
  select?: { name: string }
  onSelect?: (ids: string[]) => void
  /** Stands under the table once a row is ticked; `useTicked()` inside it says which. */
  bulk?: ReactNode
  /** Instead of rows, when there are none. */
  empty?: ReactNode
}

const Ticked = createContext<readonly string[]>([])
/** Inside a Table's `bulk`: the ids that are ticked now. */
export const useTicked = () => useContext(Ticked)

/** Rows from the server: columns and cells are data and nodes, so a page may stay a server component. */
export function Table({ label, columns, rows, hidden = [], select, onSelect, bulk, empty }: Props) {
  const t = useTranslations('ui')
  const [selection, setSelection] = useState<RowSelectionState>({})
  const defs = useMemo<ColumnDef<TableRow>[]>(
    () => columns.map((column) => ({ id: column.id, accessorFn: (row) => row.cells[column.id], header: () => column.head, cell: (cell) => cell.getValue() as ReactNode })),
    [columns],
  )
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden])
  // React's compiler is off here; the table keeps its own cache.
  // eslint-disable-next-line react-hooks/incompatible-library
  const table = useReactTable({
    data: rows as TableRow[],
    columns: defs,
    getRowId: (row) => row.id,
    getCoreRowModel: getCoreRowModel(),
    state: { rowSelection: selection, columnVisibility: visibility },
    onRowSelectionChange: (update) => {
      const next = typeof update === 'function' ? update(selection) : update
      setSelection(next)
      onSelect?.(Object.keys(next))
    },
  })
  // What a newer page no longer has is not ticked any more: the number shown is the number done.
  const ticked = rows.filter((row) => selection[row.id]).map((row) => row.id)
  const shown = columns.filter((column) => !hidden.includes(column.id))
  const byId = new Map(columns.map((column) => [column.id, column]))
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <Ticked value={ticked}>
      <table role="table" aria-label={label} className="data-table">
        <TableHead
          columns={shown}
          tick={select && <Checkbox bare label={t('selectAll')} checked={ticked.length > 0 && ticked.length === rows.length} indeterminate={ticked.length > 0 && ticked.length < rows.length} onChange={table.getToggleAllRowsSelectedHandler()} />}
        />
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} role="row" aria-current={row.original.current ? 'true' : undefined} data-ticked={row.getIsSelected() || undefined} data-note={row.original.note ? true : undefined}>
              {select && (
                <td role="cell" className="tick">
                  <Checkbox bare label={t('selectRow', { name: row.original.name })} name={select.name} value={row.id} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
                </td>
              )}
              {row.getVisibleCells().map((cell) => {
                const column = byId.get(cell.column.id)
                return (
                  <td key={cell.id} role="cell" data-phone={column?.phone ?? 'line'} className={classes(column?.numeric && 'text-right', column?.nowrap ? 'whitespace-nowrap' : 'wrap-anywhere')}>
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                    {row.original.note && cell.column.id === shown[0]?.id && <div className="text-meta text-ink-3">{row.original.note}</div>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {bulk && ticked.length > 0 && <div className="bulk sticky bottom-0 z-10 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-3 py-2">{bulk}</div>}
    </Ticked>
  )
}
