import { afterEach, beforeEach, expect, vi } from 'vitest'

// A test that makes the product complain on the console fails: warnings are read by nobody in a green run.
process.env['POSTROOM_LOG'] ??= 'silent'
let complaints: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  complaints = vi.spyOn(console, 'error')
})
afterEach(() => {
  expect(complaints.mock.calls).toEqual([])
  complaints.mockRestore()
})
