import { describe, expect, it } from 'vitest'
import { certificatePath } from './certificate-url'

const file = `/SimpleNotificationService-${'0a'.repeat(16)}.pem`
const arn = (region: string, partition = 'aws') => `arn:${partition}:sns:${region}:123456789012:inbound`

describe('certificatePath', () => {
  it.each([
    ['https://sns.us-east-1.amazonaws.com', arn('us-east-1')],
    ['https://sns.ap-southeast-2.amazonaws.com', arn('ap-southeast-2')],
    ['https://sns.us-gov-west-1.amazonaws.com', arn('us-gov-west-1', 'aws-us-gov')],
    ['https://sns.cn-north-1.amazonaws.com.cn', arn('cn-north-1', 'aws-cn')],
  ])('takes %s', (origin, topic) => {
    expect(certificatePath(origin + file, topic)).toBe(file)
  })

  it.each([
    ['another region', `https://sns.us-west-2.amazonaws.com${file}`],
    ['plain http', `http://sns.us-east-1.amazonaws.com${file}`],
    ['a bucket named sns', `https://sns.s3-us-east-1.amazonaws.com${file}`],
    ['a bucket, path style', `https://s3.us-east-1.amazonaws.com/sns${file}`],
    ['a foreign host', `https://sns.us-east-1.amazonaws.com.example${file}`],
    ['a user', `https://user@sns.us-east-1.amazonaws.com${file}`],
    ['a host as user', `https://sns.us-east-1.amazonaws.com@evil.example${file}`],
    ['a port', `https://sns.us-east-1.amazonaws.com:443${file}`],
    ['a query', `https://sns.us-east-1.amazonaws.com${file}?x=.pem`],
    ['a fragment', `https://sns.us-east-1.amazonaws.com${file}#.pem`],
    ['any file', 'https://sns.us-east-1.amazonaws.com/anything.pem'],
    ['an action', 'https://sns.us-east-1.amazonaws.com/?Action=Foo&x=.pem'],
    ['a deeper path', `https://sns.us-east-1.amazonaws.com/x${file}`],
    ['upper case', `https://SNS.us-east-1.amazonaws.com${file}`],
    ['a line end', `https://sns.us-east-1.amazonaws.com${file}\n`],
    ['.cn outside China', `https://sns.us-east-1.amazonaws.com.cn${file}`],
  ])('refuses %s', (_, url) => {
    expect(certificatePath(url, arn('us-east-1'))).toBeUndefined()
  })

  it('refuses amazonaws.com for a Chinese topic', () => {
    expect(certificatePath(`https://sns.cn-north-1.amazonaws.com${file}`, arn('cn-north-1', 'aws-cn'))).toBeUndefined()
  })
})
