import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Asks that the rules of now decide again. */
export function ReplayForm({ action }: { action: () => Promise<void> }) {
  const t = useTranslations('messages.page')
  return (
    <form action={action}>
      <Button title={t('replayHint')}>{t('replay')}</Button>
    </form>
  )
}
