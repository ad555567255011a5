import { expect, it } from 'vitest'
import { isPublicAddress } from './address'

it.each(['93.184.216.34', '8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::8a'])('SSRF: %s is the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

it.each([
  ['private', '10.0.0.1'],
  ['private', '172.16.5.4'],
  ['private', '192.168.1.1'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['this network', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['link-local', '169.254.1.1'],
  ['cloud metadata', '169.254.169.254'],
  ['cloud metadata of ECS', '169.254.170.2'],
  ['cloud metadata of Alibaba, in carrier-grade NAT', '100.100.100.200'],
  ['cloud metadata of Azure, in public space', '168.63.129.16'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['protocol assignments', '192.0.0.192'],
  ['documentation', '192.0.2.1'],
  ['benchmarking', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['loopback v6', '::1'],
  ['unspecified v6', '::'],
  ['link-local v6', 'fe80::1'],
  ['unique local v6', 'fd00::1'],
  ['cloud metadata v6', 'fd00:ec2::254'],
  ['site-local v6', 'fec0::1'],
  ['multicast v6', 'ff02::1'],
  ['documentation v6', '2001:db8::1'],
  ['IPv4-mapped', '::ffff:127.0.0.1'],
  ['IPv4-mapped, in hex', '::ffff:a9fe:a9fe'],
  ['IPv4-mapped of a public one', '::ffff:8.8.8.8'],
  ['IPv4-compatible', '::7f00:1'],
  ['NAT64', '64:ff9b::a9fe:a9fe'],
  ['NAT64, local use', '64:ff9b:1::7f00:1'],
  ['6to4', '2002:7f00:1::'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['nothing', ''],
  ['a name', 'localhost'],
])('SSRF: %s is not: %s', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false)
})
