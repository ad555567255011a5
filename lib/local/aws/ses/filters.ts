import type { ReceiptFilter } from '@aws-sdk/client-ses'
import { isIPv4, isIPv6 } from 'node:net'
import { AwsError, type Action } from '@/lib/local/aws/protocol'
import type { Store } from '@/lib/local/aws/store'
import { structure, text } from './input'
import { serial } from './serial'
import { isServiceName, nameCharacters, Violations } from './violations'

/** DG:quotas. */
const MAX_FILTERS = 100

/** IP address filters, applied before the rules during the SMTP dialogue. */
export function createFilters(store: Store) {
  const filters = store.table<ReceiptFilter>('ses.filters')
  const alone = serial()
  const all = (): ReceiptFilter[] => [...filters.getRange()].map(({ value }) => value)

  const actions: Record<string, Action> = {
    CreateReceiptFilter: (input) => {
      const sent = structure(input, 'Filter')
      const name = text(sent, 'Name')
      const ip = sent['IpFilter'] === undefined ? undefined : structure(sent, 'IpFilter')
      const policy = ip && text(ip, 'Policy')
      const cidr = ip && text(ip, 'Cidr')
      const violations = new Violations()
      violations.notNull(name, 'filter.name')
      violations.notNull(ip, 'filter.ipFilter')
      if (ip) {
        violations.notNull(policy, 'filter.ipFilter.policy')
        violations.oneOf(policy, ['Allow', 'Block'], 'filter.ipFilter.policy')
        violations.notNull(cidr, 'filter.ipFilter.cidr')
      }
      violations.throwIfAny()
      const filter: ReceiptFilter = {
        Name: checkName(name ?? ''),
        IpFilter: { Policy: policy === 'Allow' ? 'Allow' : 'Block', Cidr: checkCidr(cidr ?? '') },
      }
      return alone(async () => {
        const key = filter.Name ?? ''
        if (filters.get(key)) throw new AwsError('AlreadyExists', `Filter already exists: ${key}`, 400, 'Sender', { Name: key })
        if (filters.getCount() >= MAX_FILTERS) throw new AwsError('LimitExceeded', 'Too many filters')
        await filters.put(key, filter)
        return {}
      })
    },

    DeleteReceiptFilter: (input) => {
      const name = text(input, 'FilterName')
      const violations = new Violations()
      violations.notNull(name, 'filterName')
      violations.throwIfAny()
      return alone(async () => {
        if (name && isServiceName(name)) await filters.remove(name)
        return {}
      })
    },

    ListReceiptFilters: () => ({ Filters: all() }),
  }
  return { actions, all }
}

function checkName(name: string): string {
  if (name === '') throw new AwsError('InvalidParameterValue', 'filterName must not be empty')
  if (!nameCharacters.test(name) || !isServiceName(name)) throw new AwsError('InvalidParameterValue', `Not a valid filterName: ${name}`)
  return name
}

/** One address or a block. No brackets, zones, or IPv6 spellings with a dotted quad. */
export function checkCidr(cidr: string): string {
  const [address = '', mask, ...rest] = cidr.split('/')
  const widest = isIPv4(address) ? 32 : isIPv6(address) && !/[.%]/.test(address) ? 128 : -1
  const maskOk = mask === undefined || (/^\d{1,3}$/.test(mask) && Number(mask) <= widest)
  if (widest < 0 || !maskOk || rest.length > 0) throw new AwsError('InvalidParameterValue', `Invalid CIDR block: ${cidr}`)
  return cidr
}
