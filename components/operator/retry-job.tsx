import { useTranslations } from 'next-intl'
import { SubmitButton } from '@/components/ui/submit-button'

export function RetryJob({ id, size, action }: { id: string; size?: 'small'; action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('operator.jobs')
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="plain" size={size}>{t('retry')}</SubmitButton>
    </form>
  )
}
