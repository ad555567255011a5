import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { noticeKinds, type NoticeKind } from '@/lib/core/notice/kinds'

interface Props {
  slug: string | undefined
  kinds: readonly { kind: NoticeKind; on: boolean; always: boolean }[]
  action: (form: FormData) => Promise<void>
}

/** A tick for each kind; those that always come stand beside them, ticked, with the reason. */
export function NoticeForm({ slug, kinds, action }: Props) {
  const t = useTranslations('notices')
  const groups = [...new Set(kinds.map(({ kind }) => noticeKinds[kind].group))]
  return (
    <form action={action} className="flex flex-col items-start gap-4">
      {slug !== undefined && <input type="hidden" name="slug" value={slug} />}
      {groups.map((group) => (
        <fieldset key={group} className="flex min-w-0 flex-col gap-1">
          <legend className="mb-1 text-meta font-medium text-ink-2">{t(`group.${group}`)}</legend>
          {kinds
            .filter(({ kind }) => noticeKinds[kind].group === group)
            .map(({ kind, on, always }) => (
              <Checkbox key={`${kind} ${on}`} name="on" value={kind} label={t(`kind.${kind}`)} defaultChecked={on} disabled={always} hint={always ? t('always') : undefined} />
            ))}
        </fieldset>
      ))}
      <SubmitButton look="plain">{t('save')}</SubmitButton>
    </form>
  )
}
