import { expect, it } from 'vitest'
import { Pace } from './pace'

const named = (name: string, more: object = {}) => Object.assign(new Error('no'), { name, $fault: 'client', ...more })

it('leaves a whole interval before each call, the first one too', async () => {
  const begun = performance.now()
  const pace = new Pace(20)
  for (let i = 0; i < 3; i++) await pace.run('x', async () => {})
  expect(performance.now() - begun).toBeGreaterThanOrEqual(149)
})

it('tries again what was throttled, and gives up as transient', async () => {
  let calls = 0
  const pace = new Pace(1000)
  expect(await pace.run('x', async () => (++calls < 3 ? Promise.reject(named('Throttling')) : 'done'))).toBe('done')
  await expect(pace.run('Doing x', () => Promise.reject(named('Throttling')))).rejects.toMatchObject({ permanence: 'transient', message: 'Doing x: Throttling: no' })
})

it('gives a policy that was just written time to spread, and passes a refusal on at once', async () => {
  const pace = new Pace(1000)
  let calls = 0
  await expect(pace.run('x', () => Promise.reject(named('InvalidS3ConfigurationException', { n: ++calls })))).rejects.toMatchObject({ permanence: 'permanent' })
  expect(calls).toBe(4)
  await expect(pace.run('x', () => Promise.reject(named('InvalidParameterValue', { n: ++calls })))).rejects.toMatchObject({ permanence: 'permanent' })
  expect(calls).toBe(5)
})

it('calls nothing once the lock is lost', async () => {
  const pace = new Pace(1000, () => {
    throw new Error('lost')
  })
  await expect(pace.run('x', () => Promise.resolve('called'))).rejects.toThrow('lost')
})
