'use client'

import { Button } from '@/components/ui/button'
import { useTicked } from '@/components/ui/table'

export function Bulk({ act, words }: { act: string; words: string }) {
  const ticked = useTicked()
  return (
    <>
      <span className="text-table">{words.replace('{n}', String(ticked.length))}</span>
      <Button type="button" size="small">
        {act}
      </Button>
    </>
  )
}
