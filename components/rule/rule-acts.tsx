import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Icon, type IconName } from '@/components/ui/icon'
import { listForm } from './list-state'

const acts: readonly { verb: 'up' | 'down' | 'duplicate' | 'delete'; icon: IconName }[] = [
  { verb: 'up', icon: 'up' },
  { verb: 'down', icon: 'down' },
  { verb: 'duplicate', icon: 'copy' },
  { verb: 'delete', icon: 'bin' },
]

/** Move, duplicate and delete for the rule that is open: buttons of the list's form, which outlives the rule and offers Undo. */
export function RuleActs({ name }: { name: string }) {
  const t = useTranslations('rules')
  return (
    <div className="flex flex-wrap gap-2">
      {acts.map(({ verb, icon }) => (
        <Button key={verb} size="small" form={listForm} name="do" value={`${verb}:${name}`}>
          <Icon name={icon} />
          {t(verb)}
        </Button>
      ))}
    </div>
  )
}
