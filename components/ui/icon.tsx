const paths = {
  tick: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  wave: 'M3 9c1.2-2.6 2.8-2.6 5-1s3.8 1.6 5-1',
  exclamation: 'M8 3.5v5.5m0 3v.3',
  dash: 'M4 8h8',
  question: 'M5.8 6.2a2.2 2.2 0 1 1 3.3 1.9c-.8.5-1.1.9-1.1 1.7m0 2.6v.2',
  tray: 'M2.5 9.5v3h11v-3m-11 0l2-6h7l2 6m-11 0h3l1 1.5h3l1-1.5h3',
  fence: 'M8 2.5l5 2v3.5c0 3-2 4.8-5 5.8-3-1-5-2.8-5-5.8V4.5z',
  bin: 'M3 4.5h10m-6.5 0v-2h3v2m-5 0l.5 9h6l.5-9',
  forward: 'M9 4l4 4-4 4m4-4H3',
  swap: 'M11 3l3 3-3 3m3-3H5m0 1L2 10l3 3m-3-3h9',
  pause: 'M5.5 3.5v9m5-9v9',
  stop: 'M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5zM5 8h6',
  back: 'M7 4L3 8l4 4M3 8h7a3 3 0 0 1 3 3v1',
  leave: 'M6 2.5H3v11h3m3-8.5L12.5 8 9 11m3.5-3H6',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2.2 1.3',
  paper: 'M2.5 7.5l11-5-4 11-2-4.5z',
  chevron: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8m0-8l-8 8',
  link: 'M6 4H4v8h8v-2m-4-6h4v4m0-4L7.5 8.5',
} as const
export type IconName = keyof typeof paths

/** A 16 px line drawing, hidden from assistive technology: the word beside it, or its holder's name, says what it is. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  )
}
