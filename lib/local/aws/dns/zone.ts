import { AwsError } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { checkValue, isRecordType, ownerName, types, type RecordType } from './record'

export interface RecordSet {
  name: string
  type: RecordType
  values: string[]
}

/** What a look-up gives: the CNAMEs that were followed, the records asked for (none: NODATA), or that the name does not exist. */
export type Found =
  { exists: true; chain: RecordSet[]; records: RecordSet | undefined; loop: boolean } | { exists: false; chain: RecordSet[] }

/** Longer chains are taken for a loop. */
const MAX_CNAMES = 8

/**
 * The local zone: the whole name space, held in memory and kept on disk. Names exist when they own records or when a name
 * below them does (RFC 8020); wildcards answer as RFC 4592 §3.3 says, from the closest encloser alone.
 */
export class Zone {
  private readonly owners = new Map<string, Map<RecordType, string[]>>()
  /** How many owners stand at or below a name. */
  private readonly nodes = new Map<string, number>()
  private readonly disk

  /** `builtIn` records answer like others, are not stored, and give way to stored ones of the same name and type. */
  constructor(
    store: Store,
    private readonly builtIn: RecordSet[],
  ) {
    this.disk = store.table<RecordSet>('dns')
    for (const record of builtIn) this.put(record)
    for (const { value } of this.disk.getRange()) this.put(value)
  }

  /** Sets or (no values) deletes a record set. Throws InvalidParameterValue. Seen by look-ups once it is on disk. */
  async set(name: string, type: string, values: string[]): Promise<RecordSet> {
    const upper = type.toUpperCase()
    if (!isRecordType(upper)) throw new AwsError('InvalidParameterValue', `Type "${type}" is none of ${Object.keys(types).join(', ')}.`)
    const record: RecordSet = { name: ownerName(name), type: upper, values: [...new Set(values.map((v) => checkValue(upper, v)))] }
    if (record.values.length > 0) this.checkCname(record)
    const key = `${record.name} ${upper}`
    if (record.values.length === 0) await this.disk.remove(key)
    else await this.disk.put(key, record)
    const fallback = this.builtIn.find((b) => b.name === record.name && b.type === upper)
    this.put(record.values.length === 0 && fallback ? fallback : record)
    return record
  }

  /** The record sets that were set, without the built-in ones. */
  list(): RecordSet[] {
    return [...this.disk.getRange()].map(({ value }) => value)
  }

  find(name: string, type: RecordType): Found {
    const chain: RecordSet[] = []
    let at = name.replace(/\.$/, '').toLowerCase()
    for (;;) {
      const owner = this.ownerOf(at)
      if (owner === undefined) return { exists: false, chain }
      const records = this.owners.get(owner)
      const values = records?.get(type)
      if (values) return { exists: true, chain, records: { name: at, type, values }, loop: false }
      const [target] = records?.get('CNAME') ?? []
      if (target === undefined || chain.length >= MAX_CNAMES) return { exists: true, chain, records: undefined, loop: target !== undefined }
      chain.push({ name: at, type: 'CNAME', values: [target] })
      at = target
    }
  }

  /** The name whose records answer: itself, or the wildcard below its closest encloser. */
  private ownerOf(name: string): string | undefined {
    if (this.nodes.has(name)) return name
    for (let dot = name.indexOf('.'); ; dot = name.indexOf('.', dot + 1)) {
      const encloser = dot < 0 ? '' : name.slice(dot + 1)
      if (dot >= 0 && !this.nodes.has(encloser)) continue
      const wildcard = encloser === '' ? '*' : `*.${encloser}`
      return this.owners.has(wildcard) ? wildcard : undefined
    }
  }

  /** RFC 1034 §3.6.2: an alias has no other records. */
  private checkCname(record: RecordSet): void {
    const others = [...(this.owners.get(record.name)?.keys() ?? [])].filter((t) => t !== record.type)
    const clash = record.type === 'CNAME' ? others[0] : others.find((t) => t === 'CNAME')
    if (clash) throw new AwsError('InvalidParameterValue', `${record.name} has ${clash} records: delete those first, a CNAME stands alone.`)
    if (record.type === 'CNAME' && record.values.length > 1) throw new AwsError('InvalidParameterValue', 'A name has one CNAME at most.')
  }

  private put({ name, type, values }: RecordSet): void {
    const known = this.owners.get(name)
    if (values.length > 0) {
      if (known) known.set(type, values)
      else {
        this.owners.set(name, new Map([[type, values]]))
        this.count(name, 1)
      }
    } else if (known?.delete(type) && known.size === 0) {
      this.owners.delete(name)
      this.count(name, -1)
    }
  }

  private count(name: string, by: number): void {
    for (let at = name; ; at = at.slice(at.indexOf('.') + 1)) {
      const n = (this.nodes.get(at) ?? 0) + by
      if (n > 0) this.nodes.set(at, n)
      else this.nodes.delete(at)
      if (!at.includes('.')) return
    }
  }
}
