import { CreateReceiptFilterCommand, DeleteReceiptFilterCommand, ListReceiptFiltersCommand, type SESClient } from '@aws-sdk/client-ses'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { failure, Started } from '@/lib/local/aws/started.fixture'

let started: Started
let ses: SESClient
beforeAll(async () => {
  started = await Started.open()
  ses = started.ses()
})
afterAll(() => started.close())

const create = (Name: string, Cidr: string, Policy: 'Allow' | 'Block' = 'Block') =>
  ses.send(new CreateReceiptFilterCommand({ Filter: { Name, IpFilter: { Policy, Cidr } } }))
const filters = async () => (await ses.send(new ListReceiptFiltersCommand({}))).Filters ?? []

it('creates, lists and deletes; deleting again is no error', async () => {
  expect(await filters()).toEqual([])
  await create('f', '10.0.0.0/8')
  await create('g', '2001:db8::/32', 'Allow')
  expect(await filters()).toEqual([
    { Name: 'f', IpFilter: { Policy: 'Block', Cidr: '10.0.0.0/8' } },
    { Name: 'g', IpFilter: { Policy: 'Allow', Cidr: '2001:db8::/32' } },
  ])
  expect(started.aws.cloud.ses.filters()).toHaveLength(2)
  for (const FilterName of ['f', 'g', 'g', 'not a name']) await ses.send(new DeleteReceiptFilterCommand({ FilterName }))
  expect(await filters()).toEqual([])
})

it("refuses with AWS's words", async () => {
  await create('f', '10.0.0.1')
  expect(await failure(create('f', '10.0.0.1'))).toBe('AlreadyExistsException: Filter already exists: f')
  expect(await failure(create('a b', '10.0.0.1'))).toBe('InvalidParameterValue: Not a valid filterName: a b')
  expect(await failure(create('-a', '10.0.0.1'))).toBe('InvalidParameterValue: Not a valid filterName: -a')
  expect(await failure(create('', '10.0.0.1'))).toBe('InvalidParameterValue: filterName must not be empty')
  expect(await failure(create('h', '10.0.0.0/40'))).toBe('InvalidParameterValue: Invalid CIDR block: 10.0.0.0/40')
  expect(await failure(create('h', '10.0.0.0', 'Maybe' as 'Allow'))).toContain("'filter.ipFilter.policy'")
  expect(await failure(ses.send(new CreateReceiptFilterCommand({ Filter: { Name: 'h', IpFilter: undefined } })))).toContain(
    "'filter.ipFilter'",
  )
})

it('holds 100, over a restart too', async () => {
  for (let i = (await filters()).length; i < 100; i++) await create(`n${i}`, '10.0.0.1')
  expect(await failure(create('one-more', '10.0.0.1'))).toBe('LimitExceededException: Too many filters')
  await started.restart()
  ses = started.ses()
  expect(await filters()).toHaveLength(100)
})
