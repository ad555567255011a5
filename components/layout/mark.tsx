/** The product's mark: an envelope on the accent. */
export function Mark() {
  return (
    <svg aria-hidden="true" focusable="false" width="20" height="20" viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M7 11h18v11H7zm0 0l9 7 9-7" fill="none" strokeWidth="2.4" strokeLinejoin="round" className="stroke-on-accent" />
    </svg>
  )
}
