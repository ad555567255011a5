'use client'

import { closestCenter, DndContext, KeyboardSensor, PointerSensor, useSensor, useSensors, type Announcements, type DragEndEvent } from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useOptimistic, useRef } from 'react'
import { useKeys } from '@/components/layout/keys'
import { ErrorPanel } from '@/components/ui/error-panel'
import { useToast } from '@/components/ui/toast'
import { listForm, type ListState } from './list-state'
import { RuleRow, type RuleListRow } from './rule-row'

interface Props {
  rows: readonly RuleListRow[]
  selected: string | null
  readOnly: string | null
  /** The list's own address. */
  home: string
  action: (before: ListState, data: FormData) => Promise<ListState>
  undoDelete: (rule: unknown, at: number) => Promise<void>
}

/** The draft's rules in order. One form whose buttons move and switch; dragging and keys do the same as its buttons. */
export function RuleList({ rows, selected, readOnly, home, action, undoDelete }: Props) {
  const t = useTranslations('rules')
  const { toast } = useToast()
  const router = useRouter()
  const [state, submit] = useActionState(action, { n: 0, done: null, failed: null })
  const [shown, place] = useOptimistic(rows, (now, [from, to]: [number, number]) => now.toSpliced(from, 1).toSpliced(to, 0, now[from]!))
  const list = useRef<HTMLDivElement>(null)
  const away = useRef(false)
  const refocus = useRef<string | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }))
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-rule]') ?? [])]
  const at = () => links().findIndex((link) => link === document.activeElement || link.closest('li')?.contains(document.activeElement))
  const step = (by: number) => {
    const all = links()
    const current = at() >= 0 ? at() : all.findIndex((link) => link.dataset['rule'] === selected)
    all[Math.max(0, Math.min(all.length - 1, current < 0 ? 0 : current + by))]?.focus()
  }
  const move = (from: number, to: number) => {
    const row = shown[from]
    if (!row || readOnly || to < 0 || to >= shown.length || from === to) return
    refocus.current = row.name
    startTransition(() => {
      place([from, to])
      const data = new FormData()
      data.set('do', `move:${to}:${row.name}`)
      submit(data)
    })
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    'Alt+ArrowUp': () => move(at(), at() - 1),
    'Alt+ArrowDown': () => move(at(), at() + 1),
  })
  useEffect(() => {
    const { done } = state
    if (done?.verb === 'delete' && done.rule) toast({ text: t('deleted', { name: done.name }), undo: () => startTransition(() => undoDelete(done.rule, done.at)) })
    if (done?.verb === 'delete' && done.name === selected) router.push(home)
    if (done?.verb === 'duplicate') toast({ text: t('duplicated', { name: done.name }) })
    // Once for each answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state])
  useEffect(() => {
    if (refocus.current === null) return
    links().find((link) => link.dataset['rule'] === refocus.current)?.focus()
    refocus.current = null
  }, [shown])
  const names = shown.map((row) => row.name)
  const say = (id: unknown, over: unknown) => ({ name: String(id), at: names.indexOf(String(over)) + 1, n: names.length })
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      away.current = false
      return t('dragStart', say(active.id, active.id))
    },
    // At once a held rule is over its own place: that must not talk over "is held".
    onDragOver: ({ active, over }) => {
      if (!over || (over.id === active.id && !away.current)) return undefined
      away.current = true
      return t('dragOver', say(active.id, over.id))
    },
    onDragEnd: ({ active, over }) => (over ? t('dragEnd', say(active.id, over.id)) : t('dragCancel', { name: String(active.id) })),
    onDragCancel: ({ active }) => t('dragCancel', { name: String(active.id) }),
  }
  const drop = ({ active, over }: DragEndEvent) => over && move(names.indexOf(String(active.id)), names.indexOf(String(over.id)))
  const { done } = state
  return (
    <div ref={list}>
      {state.failed && <ErrorPanel alert title={t('listFailed', { why: t(`why.${state.failed}`) })} />}
      <form id={listForm} action={submit}>
        <DndContext id="rules" sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={{ announcements, screenReaderInstructions: { draggable: t('dragHelp') } }}>
          <SortableContext items={names} strategy={verticalListSortingStrategy}>
            <ol aria-label={t('list')} className="flex flex-col">
              {shown.map((row, i) => (
                <RuleRow key={row.name} row={row} place={i} of={shown.length} selected={row.name === selected} readOnly={readOnly} />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      </form>
      <p role="status" className="sr-only">
        {done?.verb === 'move' ? t('movedTo', { name: done.name, at: done.at + 1, n: done.of }) : ''}
      </p>
    </div>
  )
}
