import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { AwsError, jsonError, parseQuery, queryResponse, queryService } from './protocol'
import type { AwsRequest } from './contracts'

const request = (body: string, query = ''): AwsRequest => ({
  method: 'POST',
  path: '/',
  query: new URLSearchParams(query),
  headers: {},
  body: Buffer.from(body),
  region: 'us-east-1',
})

describe('parseQuery', () => {
  it('nests structures and lists', () => {
    const body =
      'Rule.Name=a&Rule.Actions.member.1.S3Action.BucketName=b&Rule.Actions.member.2.StopAction.Scope=RuleSet&Rule.Recipients.member.1=x%40y.test'
    expect(parseQuery(body)).toEqual({
      Rule: { Name: 'a', Actions: [{ S3Action: { BucketName: 'b' } }, { StopAction: { Scope: 'RuleSet' } }], Recipients: ['x@y.test'] },
    })
  })

  it('orders list members by number, not by text', () => {
    const body = Array.from({ length: 12 }, (_, i) => `L.member.${i + 1}=v${i + 1}`)
      .reverse()
      .join('&')
    expect(parseQuery(body)['L']).toEqual(Array.from({ length: 12 }, (_, i) => `v${i + 1}`))
  })

  it('reads maps in both spellings', () => {
    expect(parseQuery('A.entry.1.key=k&A.entry.1.value=v')).toEqual({ A: { k: 'v' } })
    expect(parseQuery('A.entry.1.Name=k&A.entry.1.Value.StringValue=v')).toEqual({ A: { k: { StringValue: 'v' } } })
  })

  it('leaves the prototype alone', () => {
    expect(parseQuery('__proto__.x=1&constructor.prototype.x=1&A.entry.1.key=__proto__&A.entry.1.value=1')).toEqual({ A: {} })
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('queryResponse', () => {
  const parse = (xml: string) =>
    new XMLParser({ ignoreAttributes: false, parseTagValue: false }).parse(xml) as Record<string, Record<string, unknown>>

  it('wraps lists, writes maps as entries, and escapes', () => {
    const { body, headers } = queryResponse('Do', 'http://x/', {
      L: ['a<b>&"\'', 'c'],
      E: [],
      M: new Map([['k', { V: true }]]),
      D: new Date(0),
      U: undefined,
    })
    const root = parse(String(body))['DoResponse']
    expect(root).toMatchObject({
      '@_xmlns': 'http://x/',
      DoResult: {
        L: { member: ['a<b>&"\'', 'c'] },
        E: '',
        M: { entry: { key: 'k', value: { V: 'true' } } },
        D: '1970-01-01T00:00:00.000Z',
      },
      ResponseMetadata: { RequestId: headers['x-amzn-requestid'] },
    })
  })

  it('keeps carriage returns and drops what XML cannot hold', () => {
    expect(String(queryResponse('Do', 'n', { T: 'a\r\nb\u0000c' }).body)).toContain('<T>a&#xD;\nbc</T>')
  })

  it('leaves the result out of a void call', () => {
    expect(String(queryResponse('Do', 'n').body)).not.toContain('DoResult')
  })
})

describe('queryService', () => {
  const service = queryService('urn:n', {
    Echo: (input) => input,
    Fail: () => {
      throw new AwsError('Bad', 'no <good>', 400, 'Sender', { Name: 'n' })
    },
  })

  it('takes parameters from the body or the URL', async () => {
    expect(String((await service(request('Action=Echo&Version=1&A=1'))).body)).toContain('<EchoResult><A>1</A></EchoResult>')
    expect(String((await service(request('', 'Action=Echo&A=2'))).body)).toContain('<A>2</A>')
  })

  it('writes errors with their members', async () => {
    const answer = await service(request('Action=Fail'))
    expect(answer.status).toBe(400)
    expect(String(answer.body)).toContain(
      '<Error><Type>Sender</Type><Code>Bad</Code><Message>no &lt;good&gt;</Message><Name>n</Name></Error>',
    )
  })

  it.each(['Nope', 'toString', '__proto__'])('refuses the unknown action %s', async (name) => {
    const answer = await service(request(`Action=${name}`))
    expect(answer.status).toBe(400)
    expect(String(answer.body)).toContain('<Code>InvalidAction</Code>')
  })
})

it('writes errors of AWS JSON', () => {
  const answer = jsonError(new AwsError('QueueDoesNotExist', 'none'), 'com.amazonaws.sqs', 'AWS.SimpleQueueService.NonExistentQueue')
  expect(answer.headers['x-amzn-query-error']).toBe('AWS.SimpleQueueService.NonExistentQueue;Sender')
  expect(JSON.parse(String(answer.body))).toEqual({ __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'none' })
})
