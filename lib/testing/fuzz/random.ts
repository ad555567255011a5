/** A generator of numbers from a seed (mulberry32): the same seed, the same requests. */
export class Random {
  constructor(private state: number) {}

  /** 0 ≤ x < 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number below `n`. */
  below = (n: number): number => Math.floor(this.next() * n)
  chance = (p: number): boolean => this.next() < p
  pick = <T>(of: readonly T[]): T => of[this.below(of.length)]!
}
