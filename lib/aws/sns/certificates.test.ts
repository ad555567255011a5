import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { certificateUrl, createSigner, type Signer } from '@/lib/core/sns/signed.fixture'
import { createCertificates } from './certificates'

let signer: Signer
let server: Server | undefined
beforeAll(async () => {
  signer = await createSigner(Date.now())
})
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()).closeAllConnections() : resolve())))

async function origin(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const nth = (n: number) => certificateUrl.replace(/[0-9a-f]{32}/, n.toString(16).padStart(32, '0'))

it('fetches the path of the URL from the origin, once for all who ask', async () => {
  const asked: (string | undefined)[] = []
  const certificates = createCertificates({
    origin: await origin((request, response) => {
      asked.push(request.url)
      response.end(signer.pem)
    }),
  })
  const all = await Promise.all([certificates(certificateUrl), certificates(certificateUrl), certificates(certificateUrl)])
  expect(all.every((c) => 'key' in c)).toBe(true)
  await certificates(certificateUrl)
  expect(asked).toEqual([new URL(certificateUrl).pathname])
})

it('keeps the last 20 that were used', async () => {
  const asked: string[] = []
  const certificates = createCertificates({
    fetch: (url) => {
      asked.push(String(url))
      return Promise.resolve(new Response(signer.pem))
    },
    origin: 'http://127.0.0.1:1',
  })
  for (let n = 0; n < 20; n++) await certificates(nth(n))
  await certificates(nth(0))
  await certificates(nth(20))
  await certificates(nth(0))
  expect(asked).toHaveLength(21)
  await certificates(nth(1))
  expect(asked).toHaveLength(22)
})

it('repeats a failure for two seconds, then asks again', async () => {
  let clock = 1_000_000
  const fetch = vi.fn(() => Promise.resolve(new Response('no', { status: 404 })))
  const certificates = createCertificates({ fetch, now: () => clock })
  await expect(certificates(certificateUrl)).rejects.toMatchObject({ permanence: 'transient', message: expect.stringMatching(/HTTP 404/) })
  clock += 1_999
  await expect(certificates(certificateUrl)).rejects.toThrow('HTTP 404')
  expect(fetch).toHaveBeenCalledTimes(1)
  clock += 1
  await expect(certificates(certificateUrl)).rejects.toThrow('HTTP 404')
  expect(fetch).toHaveBeenCalledTimes(2)
})

it.each<[string, RequestListener, RegExp]>([
  ['a redirect', (_, r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), /redirect/],
  ['an endless file', (_, r) => r.end('x'.repeat(70_000)), /larger than 65536/],
  ['silence', () => {}, /timeout/],
  ['something else', (_, r) => r.end('<html>'), /not a certificate/],
  ['a lost connection', (_, r) => r.destroy(), /fetch failed/],
])('%s is a transient failure', async (_, answer, message) => {
  const certificates = createCertificates({ origin: await origin(answer), timeLimit: 200 })
  await expect(certificates(certificateUrl)).rejects.toMatchObject({ permanence: 'transient', message: expect.stringMatching(message) })
})

it('checks names and issuer where the file comes from AWS, and does not keep what it refused', async () => {
  const fetch = vi.fn(() => Promise.resolve(new Response(signer.pem)))
  const certificates = createCertificates({ fetch })
  expect(await certificates(certificateUrl)).toHaveProperty('refused')
  await certificates(certificateUrl)
  expect(fetch).toHaveBeenCalledTimes(2)
  expect(fetch).toHaveBeenCalledWith(certificateUrl, expect.objectContaining({ redirect: 'error' }))
})
