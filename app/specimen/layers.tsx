'use client'

import { useState } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Drawer } from '@/components/ui/drawer'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Menu, MenuCheck, MenuChoices, MenuItem, MenuLink, MenuSeparator, RowMenu } from '@/components/ui/menu'
import { Panel } from '@/components/ui/panel'
import { Popover } from '@/components/ui/popover'
import { useToast } from '@/components/ui/toast'
import type { Samples } from './samples'

export function Layers({ s }: { s: Samples }) {
  const { toast } = useToast()
  const [said, setSaid] = useState('')
  const [zone, setZone] = useState('a')
  const [size, setSize] = useState(true)
  const button = (label: string) => <Button type="button">{label}</Button>
  return (
    <Panel id="layers" title={s.sections.layers}>
      <div className="flex flex-wrap items-center gap-2">
        <Dialog
          trigger={button(s.dialog)}
          title={s.dialog}
          description={s.dialogText}
          footer={
            <DialogClose>
              <Button type="button" look="primary">
                {s.save}
              </Button>
            </DialogClose>
          }
        >
          <Input aria-label={s.address} />
        </Dialog>
        <Drawer trigger={button(s.drawer)} title={s.drawer}>
          <p>{s.dialogText}</p>
        </Drawer>
        <AlertDialog
          trigger={
            <Button type="button" look="danger">
              {s.remove}
            </Button>
          }
          title={s.ask}
          description={s.askText}
          confirm={s.remove}
          typeName="us.test"
          onConfirm={() => setSaid(s.remove)}
        />
        <AlertDialog trigger={button(s.askOpen)} title={s.askPlain} confirm={s.removeMembers} onConfirm={() => setSaid(s.removeMembers)} />
        <Menu trigger={button(s.menu)}>
          <MenuItem icon="tick" keys="r" onSelect={() => setSaid(s.release)}>
            {s.release}
          </MenuItem>
          <MenuItem icon="exclamation" reason={s.reason}>
            {s.spam}
          </MenuItem>
          <MenuLink href="#data" icon="right">
            {s.open}
          </MenuLink>
          <MenuSeparator />
          <MenuChoices
            label={s.dates}
            value={zone}
            onChoose={setZone}
            choices={[
              { value: 'a', label: s.day },
              { value: 'b', label: s.week },
            ]}
          />
          <MenuCheck checked={size} onChange={setSize}>
            {s.size}
          </MenuCheck>
          <MenuSeparator />
          <MenuItem icon="bin" danger onSelect={() => setSaid(s.remove)}>
            {s.remove}
          </MenuItem>
        </Menu>
        <RowMenu label={s.row}>
          <MenuItem onSelect={() => setSaid(s.open)}>{s.open}</MenuItem>
        </RowMenu>
        <Popover trigger={<IconButton icon="columns" label={s.popover} look="plain" />} title={s.popover}>
          <p>{s.hint}</p>
        </Popover>
        <Button type="button" onClick={() => toast({ text: s.toastText, undo: () => setSaid(s.undone) })}>
          {s.toast}
        </Button>
        <output className="text-table text-ink-2">{said}</output>
      </div>
    </Panel>
  )
}
