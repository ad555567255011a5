export interface Dmarc {
  p: 'none' | 'quarantine' | 'reject'
  sp?: 'none' | 'quarantine' | 'reject'
  rua: string[]
  strictDkim: boolean
  strictSpf: boolean
  pct: number
}

const policies = new Set(['none', 'quarantine', 'reject'])

export const isDmarc = (value: string): boolean => /^v\s*=\s*DMARC1\s*(;|$)/.test(value)

/** Reads a record of RFC 7489 §6.4; `problem` is the first tag that is not right, as it is written. */
export function readDmarc(value: string): { dmarc: Dmarc } | { problem: string } {
  const parts = value.split(';').map((p) => p.trim())
  if (parts.at(-1) === '') parts.pop()
  const tags = new Map<string, string>()
  for (const part of parts) {
    const [, name, text] = /^([a-zA-Z]+)\s*=\s*(\S.*)$/.exec(part) ?? []
    if (name === undefined || text === undefined || tags.has(name.toLowerCase())) return { problem: part || ';' }
    tags.set(name.toLowerCase(), text.trim())
  }
  const of = (name: string) => tags.get(name)?.toLowerCase()
  const p = of('p')
  if (p === undefined) return { problem: 'p' }
  if (!policies.has(p)) return { problem: `p=${p}` }
  const sp = of('sp')
  if (sp !== undefined && !policies.has(sp)) return { problem: `sp=${sp}` }
  for (const name of ['adkim', 'aspf']) if (!['r', 's', undefined].includes(of(name))) return { problem: `${name}=${of(name)}` }
  const pct = of('pct') ?? '100'
  if (!/^\d{1,3}$/.test(pct) || Number(pct) > 100) return { problem: `pct=${pct}` }
  const rua = (tags.get('rua') ?? '').split(',').map((u) => u.trim()).filter(Boolean)
  const bad = rua.find((u) => !/^mailto:[^@\s]+@[^@\s]+$/i.test(u))
  if (bad !== undefined) return { problem: `rua=${bad}` }
  const policy = (text: string) => text as Dmarc['p']
  return { dmarc: { p: policy(p), ...(sp === undefined ? {} : { sp: policy(sp) }), rua, strictDkim: of('adkim') === 's', strictSpf: of('aspf') === 's', pct: Number(pct) } }
}
