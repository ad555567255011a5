import type pg from 'pg'
import type { TenantContext } from '@/lib/core/access/actor'
import type { LogPage } from '@/lib/core/inputs/message'
import { readLog } from '@/lib/services/message/list'
import { neighboursOf } from '@/lib/services/message/neighbours'
import { countNews } from '@/lib/services/message/news'
import { messageColumns } from '@/lib/services/message/row'
import { volume } from '@/lib/services/message/volume'
import { ruleHits } from '@/lib/services/rule-set/hits'
import { readToday } from '@/lib/services/tenant/today'
import { sought } from './fill'

const hours = (n: number) => new Date(Date.now() - n * 3_600_000)

/** What the console asks of the log, by name. `deep` is a delivery two thirds of the way down. */
export function serviceCases(ctx: TenantContext, deep: string): [string, () => Promise<unknown>][] {
  const log = (input: LogPage) => () => readLog({ ctx, input })
  const picture = (input: LogPage) => () => volume({ ctx, input, now: new Date() })
  const since = hours(24).toISOString()
  return [
    ['first page', log({})],
    ['outcome quarantined', log({ disposition: 'quarantined' })],
    ['spam FAIL', log({ spam: 'FAIL' })],
    ['virus FAIL (1 of 500)', log({ virus: 'FAIL' })],
    ['SPF FAIL', log({ spf: 'FAIL' })],
    ['DKIM FAIL', log({ dkim: 'FAIL' })],
    ['DMARC FAIL', log({ dmarc: 'FAIL' })],
    ['DMARC PASS', log({ dmarc: 'PASS' })],
    ['recipient', log({ recipient: 'sales@bench.example' })],
    ['from a domain', log({ from: 'mail17.example' })],
    ['from an address', log({ from: sought.phrase })],
    ['last 24 h', log({ since })],
    ['a week, 8 weeks ago', log({ since: hours(9 * 168).toISOString(), until: hours(8 * 168).toISOString() })],
    ['recipient + DMARC FAIL', log({ recipient: 'sales@bench.example', dmarc: 'FAIL' })],
    ['virus FAIL + kept (hardly any)', log({ virus: 'FAIL', disposition: 'kept' })],
    ['older page, deep', log({ cursor: deep })],
    ['newer page, deep', log({ newer: deep })],
    ['search: word in 1 of 4', log({ q: sought.common })],
    ['search: word in 1 of 100', log({ q: sought.frequent })],
    ['search: word in one mail', log({ q: sought.rare })],
    ['search: 領収', log({ q: sought.japanese })],
    ['search: an address', log({ q: sought.phrase })],
    ['search: nothing', log({ q: 'nothing-of-this-name' })],
    ['chart, 30 days', picture({})],
    ['chart, 24 h', picture({ since })],
    ['chart, 30 days of DMARC FAIL', picture({ dmarc: 'FAIL' })],
    ['chart, 30 days of a recipient', picture({ recipient: 'sales@bench.example' })],
    ['what is new', () => countNews({ ctx, input: { newer: deep } })],
    ['neighbours of a message', () => neighboursOf({ ctx, input: { id: deep, filters: {} } })],
    ['rules: hits of 7 days', () => ruleHits({ ctx, since: hours(168) })],
    ['Today', () => readToday({ ctx })],
  ]
}

/** The floor: the columns of a first page by the primary key, prepared, as the same role, without a transaction of its own. */
export function floorOf(web: pg.Client, tenantId: string): () => Promise<unknown> {
  const text = `SELECT ${messageColumns} FROM delivery d WHERE "tenantId" = $1 ORDER BY id DESC LIMIT 50`
  return () => web.query({ name: 'floor', text, values: [tenantId] })
}
