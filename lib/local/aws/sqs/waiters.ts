/** Long polls that wait for a queue to change. A change between a look and the wait is not missed: see `version`. */
export class Waiters {
  private readonly waiting = new Map<string, Set<() => void>>()
  private readonly versions = new Map<string, number>()
  private closed = false

  /** To be read before looking into the queue, and given to `wait`. */
  version(queue: string): number {
    return this.versions.get(queue) ?? 0
  }

  /** Resolves when the queue has changed since `version`, after `ms`, or on close. */
  wait(queue: string, version: number, ms: number): Promise<void> {
    if (this.closed || ms <= 0 || this.version(queue) !== version) return Promise.resolve()
    return new Promise((resolve) => {
      const set = this.waiting.get(queue) ?? new Set()
      this.waiting.set(queue, set)
      const done = (): void => {
        clearTimeout(timer)
        set.delete(done)
        if (set.size === 0 && this.waiting.get(queue) === set) this.waiting.delete(queue)
        resolve()
      }
      const timer = setTimeout(done, ms)
      set.add(done)
    })
  }

  signal(queue: string): void {
    this.versions.set(queue, this.version(queue) + 1)
    for (const done of this.waiting.get(queue) ?? []) done()
  }

  /** Ends all waits, and lets none begin. */
  close(): void {
    this.closed = true
    for (const set of [...this.waiting.values()]) for (const done of [...set]) done()
  }

  get isClosed(): boolean {
    return this.closed
  }
}
