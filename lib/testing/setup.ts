import { afterEach, beforeEach, expect, vi } from 'vitest'

// A test that makes the product complain on the console fails: warnings are read by nobody in a green run.
process.env['POSTROOM_LOG'] ??= 'silent'
// Mail of the product is sealed, also that of verbs which tell people of what they did.
process.env['POSTROOM_KEY'] ??= 'a key for tests that is long enough'
let complaints: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  complaints = vi.spyOn(console, 'error')
})
afterEach(() => {
  expect(complaints.mock.calls).toEqual([])
  complaints.mockRestore()
})
