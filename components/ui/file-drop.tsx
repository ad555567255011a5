'use client'

import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { Bytes } from './bytes'
import { classes } from './classes'
import { Icon } from './icon'

interface Props {
  label: string
  name: string
  accept?: string
  multiple?: boolean
  required?: boolean
  disabled?: boolean
  /** What it may be: "CSV, up to 10 MB". */
  hint?: ReactNode
  error?: string | undefined
  onFiles?: (files: File[]) => void
}

/** A file to choose or to drop. The browser's own field lies over the whole box, so that dropping needs no script. */
export function FileDrop({ label, name, accept, multiple = false, required = false, disabled = false, hint, error, onFiles }: Props) {
  const t = useTranslations('ui')
  const id = useId()
  const [files, setFiles] = useState<File[]>([])
  const [over, setOver] = useState(false)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-meta font-medium text-ink-2">
        {label}
      </label>
      <div
        className={classes(
          'relative flex min-h-20 flex-col items-center justify-center gap-1 rounded-control border border-dashed p-3 text-center text-form',
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
          over ? 'border-accent bg-selected' : error ? 'border-2 border-bad bg-surface' : 'border-control bg-surface',
          disabled ? 'opacity-60' : 'hover:bg-hover',
        )}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      >
        <span className="flex items-center gap-2">
          <Icon name="upload" />
          <span>
            <span className="font-medium text-accent">{multiple ? t('chooseFiles') : t('chooseFile')}</span> {t('dropHere')}
          </span>
        </span>
        {hint && (
          <span id={`${id}-hint`} className="text-meta text-ink-3">
            {hint}
          </span>
        )}
        <input
          id={id}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          required={required}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          className="absolute inset-0 size-full cursor-pointer opacity-0"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            setFiles(chosen)
            onFiles?.(chosen)
          }}
        />
      </div>
      {files.length > 0 && (
        <ul aria-label={t('fileList')} aria-live="polite" className="flex flex-col text-table">
          {files.map((file) => (
            <li key={file.name} className="flex items-center gap-2">
              <Icon name="file" />
              <bdi className="min-w-0 wrap-anywhere">{file.name}</bdi>
              <span className="text-ink-3">
                <Bytes n={file.size} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1 text-table text-bad">
          <span className="flex h-5 items-center">
            <Icon name="exclamation" />
          </span>
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
