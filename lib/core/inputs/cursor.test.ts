import { expect, it } from 'vitest'
import { DeadLetterCursor } from './dead-letter'
import { cursorOf, timeCursor } from './operator'

it.each([timeCursor, DeadLetterCursor])('a cursor holds a time and an id, and nothing that the database would refuse', (cursor) => {
  const good = cursorOf({ at: new Date(1_795_563_608_474), id: '0197b1a4-5c1e-7d2e-9f00-0123456789ab' })
  expect(cursor.safeParse(good).success).toBe(true)
  for (const bad of ['3.86--3ec47b0218d1a4395c787b9525fbd0-0-00', '859914.a94a7ad41e89bf5cc93e73f7bf23bfe7768-', good.slice(1) + '0', `${good}\n`, `x${good}`, good.replace('.', ','), ''])
    expect([bad, cursor.safeParse(bad).success]).toEqual([bad, false])
})
