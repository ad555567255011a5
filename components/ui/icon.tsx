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
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2',
  plus: 'M8 3v10M3 8h10',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  more: 'M3.5 8h.1M8 8h.1M12.4 8h.1',
  gear: 'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM8 1.8v2m0 8.4v2M1.8 8h2m8.4 0h2M3.6 3.6l1.4 1.4m6 6l1.4 1.4m0-8.8L11 5m-6 6l-1.4 1.4',
  list: 'M6 4h7.5M6 8h7.5M6 12h7.5M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  globe: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2 1.8 2.6 3.8 2.6 6S10 12.2 8 14M8 2C6 3.8 5.4 5.8 5.4 8S6 12.2 8 14',
  shield: 'M8 2l5 2v4c0 3-2 5-5 6-3-1-5-3-5-6V4zM5.8 8l1.6 1.6 2.8-3.2',
  bell: 'M4 7a4 4 0 0 1 8 0v3l1.5 1.5h-11L4 10zM6.8 13.5h2.4',
  user: 'M8 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 13.5c.5-2.5 2.5-3.5 5.5-3.5s5 1 5.5 3.5',
  users: 'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13c.4-2.2 2-3.2 4.5-3.2s4.1 1 4.5 3.2M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 10c1.4.4 2.2 1.4 2.5 3',
  key: 'M5 7.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7.2 8.3L13.5 2m-3 3l2 2',
  drag: 'M6 3.5h.1M10 3.5h.1M6 8h.1M10 8h.1M6 12.5h.1M10 12.5h.1',
  up: 'M8 13V3m0 0L4 7m4-4l4 4',
  down: 'M8 3v10m0 0l-4-4m4 4l4-4',
  left: 'M10 4L6 8l4 4',
  right: 'M6 4l4 4-4 4',
  chevronUp: 'M4 10l4-4 4 4',
  chevrons: 'M5 6l3-3 3 3M5 10l3 3 3-3',
  play: 'M5 3l8 5-8 5z',
  filter: 'M2.5 3.5h11L9.5 8.5v4l-3 1.5v-5.5z',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  download: 'M8 2.5v7.5m0 0L4.5 6.5M8 10l3.5-3.5M2.5 13.5h11',
  upload: 'M8 10.5V3m0 0L4.5 6.5M8 3l3.5 3.5M2.5 13.5h11',
  sun: 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 1.5v1m0 11v1M1.5 8h1m11 0h1M3.4 3.4l.7.7m7.8 7.8l.7.7m0-9.2l-.7.7m-7.8 7.8l-.7.7',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z',
  screen: 'M2 3h12v8H2zM8 11v2.5m-3 0h6',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.5L13 6m0-3.5V6H9.5',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6',
  eye: 'M1.5 8C3 5.2 5.3 4 8 4s5 1.2 6.5 4C13 10.8 10.7 12 8 12s-5-1.2-6.5-4zM8 6.3a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4z',
  eyeOff: 'M2 2l12 12M6 4.3C6.6 4.1 7.3 4 8 4c2.7 0 5 1.2 6.5 4a9 9 0 0 1-1.6 2.1M10 11.7A7 7 0 0 1 8 12c-2.7 0-5-1.2-6.5-4A9 9 0 0 1 4 5.1',
  edit: 'M3 13l.5-3L11 2.5 13.5 5 6 12.5z',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3m5-3v3',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  folder: 'M2 4h4l1.5 1.5H14V13H2z',
  mail: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  inbox: 'M2.5 9.5v3h11v-3m-11 0l2-6h7l2 6m-11 0h3l1 1.5h3l1-1.5h3',
  megaphone: 'M2.5 6.5v3h2.5l6 3V3.5l-6 3zM13 6.5v3M5 9.5l.8 3.5h1.7',
  chat: 'M2 3h8.5v6H5.5L3 11V9H2zM12.5 6H14v6h-1v2l-2.5-2H6.5',
  chart: 'M2.5 2.5v11h11M5.5 11V8m3 3V4.5m3 6.5V6.5',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M7 6.3V13',
  hook: 'M6 6a2.5 2.5 0 1 1 3 2.4L11 12M4.7 7.3a2.5 2.5 0 1 0 2 4.2h4M11 9.7a2.5 2.5 0 1 1-.5 4',
  at: 'M10.5 8a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zm0-2.5V9c0 1 .6 1.5 1.5 1.5S13.7 9.5 13.7 8A5.7 5.7 0 1 0 11 12.8',
  book: 'M8 4c-1.5-1-3.5-1.2-5.5-1v9.5c2-.2 4 0 5.5 1 1.5-1 3.5-1.2 5.5-1V3c-2-.2-4 0-5.5 1zm0 0v9.5',
  code: 'M5 4.5L1.5 8 5 11.5m6-7L14.5 8 11 11.5M9 3L7 13',
  template: 'M2.5 2.5h11v11h-11zM2.5 6h11M6.5 6v7.5',
  branch: 'M4.5 5.5v5m0-5a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zm0 8.4a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zm7-8.4a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zm0 0c0 3-7 2-7 5',
  building: 'M3.5 14V2.5h9V14M2 14h12M6 5.5h1m2 0h1M6 8h1m2 0h1M6.8 14v-3h2.4v3',
  pulse: 'M1.5 8.5H5l2-5.5 3 10 1.8-4.5h2.7',
  flag: 'M3.5 14V2.5h9l-2 3 2 3h-9',
  pin: 'M8 14V9.5M5 9.5h6l-1-3v-4H6v4z',
  tag: 'M2.5 2.5h5L14 9l-5 5-6.5-6.5zM5.2 5.2h.1',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  block: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.8 3.8l8.4 8.4',
  keyboard: 'M1.5 4h13v8h-13zM4 6.7h.1M6.7 6.7h.1M9.3 6.7h.1M12 6.7h.1M5 9.5h6',
  sidebar: 'M2 3h12v10H2zM6 3v10',
  list2: 'M3 3.5h10v3.5H3zM3 9h10v3.5H3z',
  history: 'M3 8a5 5 0 1 0 1.5-3.5L3 6m0-3.5V6h3.5M8 5.3V8l2 1.3',
  sync: 'M13 6.5A5 5 0 0 0 4.2 5M3 2.5V5.5h3M3 9.5A5 5 0 0 0 11.8 11M13 13.5v-3h-3',
  stethoscope: 'M4 2.5H2.7V6a3 3 0 0 0 6 0V2.5H7.3M5.7 9v2a2.7 2.7 0 0 0 5.4 0V9.5m0 0a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  bolt: 'M9 1.5L3.5 9H8l-1 5.5L12.5 7H8z',
  sliders: 'M2.5 5h6m3 0h2M2.5 11h2m3 0h6M10 3.5v3M6 9.5v3',
  home: 'M2.5 7.5L8 2.5l5.5 5V13.5h-4v-4h-3v4h-4z',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 5v4M8 4.8v.1',
  sort: 'M5 3v10m0 0l-2.5-2.5M5 13l2.5-2.5M11 13V3m0 0L8.5 5.5M11 3l2.5 2.5',
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
