'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect } from 'react'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useToast } from '@/components/ui/toast'
import type { ListState } from './list-state'

interface Props {
  name: string
  home: string
  action: (before: ListState, data: FormData) => Promise<ListState>
  undoDelete: (rule: unknown, at: number) => Promise<void>
}

/** Move, duplicate and delete for the rule that is open. A deleted rule comes back by Undo. */
export function RuleActs({ name, home, action, undoDelete }: Props) {
  const t = useTranslations('rules')
  const { toast } = useToast()
  const router = useRouter()
  const [state, submit] = useActionState(action, { n: 0, done: null, failed: null })
  useEffect(() => {
    const { done } = state
    if (!done) return
    if (done.verb === 'duplicate') toast({ text: t('duplicated', { name: done.name }) })
    if (done.verb !== 'delete' || !done.rule) return
    toast({ text: t('deleted', { name: done.name }), undo: () => void undoDelete(done.rule, done.at).then(() => router.refresh()) })
    router.push(home)
    // Once for each answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state])
  return (
    <form action={submit} className="flex flex-wrap gap-2">
      {(['up', 'down', 'duplicate', 'delete'] as const).map((verb) => (
        <Button key={verb} size="small" name="do" value={`${verb}:${name}`}>
          <Icon name={({ up: 'up', down: 'down', duplicate: 'copy', delete: 'bin' } as const)[verb]} />
          {t(verb)}
        </Button>
      ))}
    </form>
  )
}
