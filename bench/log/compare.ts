/** Milliseconds. */
interface Times {
  p50: number
  p95: number
}

export interface Compared extends Times {
  name: string
  floor: Times
  /** Of the medians. */
  ratio: number
  /** Milliseconds of CPU a call: the process that serves it, and PostgreSQL. They hold also where the machine is busy otherwise. */
  cpu: { node: number; postgres: number }
}

/** CPU times so far. */
export interface Cpu {
  node(): number
  postgres(): number
}

const most = 200
const least = 30
/** Calls over which CPU is counted, in ticks of 10 ms. */
const counted = 40

/** Runs `work` and `floor` by turns, so that whatever else the machine does meets both: 200 times, or as often as goes into `ms`, 30 at the least. */
export async function compare(name: string, cpu: Cpu, work: () => Promise<unknown>, floor: () => Promise<unknown>, ms = 2_000): Promise<Compared> {
  for (let i = 0; i < 5; i++) await Promise.all([await work(), await floor()])
  const works: number[] = []
  const floors: number[] = []
  for (const end = performance.now() + ms; works.length < most && (works.length < least || performance.now() < end); ) {
    floors.push(await timed(floor))
    works.push(await timed(work))
  }
  const [w, f] = [times(works), times(floors)]
  const before = { node: cpu.node(), postgres: cpu.postgres() }
  for (let i = 0; i < counted; i++) await work()
  const used = { node: (cpu.node() - before.node) / counted, postgres: (cpu.postgres() - before.postgres) / counted }
  return { name, ...w, floor: f, ratio: w.p50 / f.p50, cpu: used }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** By nearest rank. */
function times(all: number[]): Times {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (q: number) => sorted[Math.max(0, Math.ceil(sorted.length * q) - 1)]!
  return { p50: at(0.5), p95: at(0.95) }
}
