import { expect, it } from 'vitest'
import { checkReachable, checkRegion } from './preconditions'

it('knows where SES receives', () => {
  expect(() => checkRegion('eu-west-1')).not.toThrow()
  expect(() => checkRegion('eu-central-2')).toThrow('SES receives no mail in eu-central-2: set AWS_REGION')
})

it('knows what SNS cannot reach', () => {
  for (const host of ['post.example.com', '198.51.100.7', '[2001:db8::1]', '172.32.0.1']) expect(() => checkReachable(`https://${host}/x`)).not.toThrow()
  for (const host of ['localhost:3000', '127.0.0.1', '10.1.2.3', '192.168.0.1', '172.31.0.1', '[::1]', '[fd00::1]', 'box.local', 'post.test'])
    expect(() => checkReachable(`http://${host}/x`), host).toThrow('set POSTROOM_URL')
})
