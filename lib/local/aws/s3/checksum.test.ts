import { expect, it } from 'vitest'
import { checksum } from './checksum'

it('gives the published check values of "123456789"', () => {
  const content = Buffer.from('123456789')
  const hex = (algorithm: 'crc32' | 'crc32c' | 'crc64nvme') => Buffer.from(checksum(algorithm, content), 'base64').toString('hex')
  expect([hex('crc32'), hex('crc32c'), hex('crc64nvme')]).toEqual(['cbf43926', 'e3069283', 'ae8b14860a799888'])
  expect(checksum('sha1', content)).toBe('98O8HYCOBHMq32eZZczDTKeuNEE=')
})
