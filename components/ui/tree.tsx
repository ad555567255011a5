import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface TreeNode {
  key: string
  label: ReactNode
  children?: readonly TreeNode[]
  /** Closed at first; a branch is open unless this is said. */
  closed?: boolean
}

/** Nested parts (MIME, rules) as nested lists; branches fold without script. */
export function Tree({ label, nodes }: { label?: string; nodes: readonly TreeNode[] }) {
  return (
    <ul aria-label={label} className={label ? 'text-table' : 'ml-2 border-l border-line pl-3 text-table'}>
      {nodes.map((node) => (
        <li key={node.key} className="min-w-0">
          {node.children?.length ? (
            <details open={!node.closed} className="group/tree">
              <summary className="flex min-h-6 pointer-coarse:min-h-11 list-none items-center gap-1 rounded-chip hover:bg-hover">
                <span className="-rotate-90 [details[open]>summary>&]:rotate-0">
                  <Icon name="chevron" size={12} />
                </span>
                <span className="min-w-0 wrap-anywhere">{node.label}</span>
              </summary>
              <Tree nodes={node.children} />
            </details>
          ) : (
            <span className="flex min-h-6 items-center pl-4 wrap-anywhere">{node.label}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
