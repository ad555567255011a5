/** The look of whatever is typed into or chosen from. */
export const controlClass =
  'min-h-8 pointer-coarse:min-h-11 w-full min-w-0 rounded-control border border-control bg-surface px-2 text-form text-ink ' +
  'hover:border-ink-2 pointer-coarse:text-h2 aria-invalid:border-bad aria-invalid:border-2 placeholder:text-ink-3 ' +
  'read-only:not-[select]:bg-sunken read-only:not-[select]:border-line disabled:bg-sunken disabled:text-ink-3 disabled:cursor-not-allowed'
