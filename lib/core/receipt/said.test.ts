import { expect, it } from 'vitest'
import { said } from '@/lib/core/rules/why'
import { planReasonKeys, reasonOf, sayNotes, sayReason } from './said'

it('knows a reason by its key and by the sentence of an older version, and leaves any other text', () => {
  for (const key of ['operator', 'domainVerified', 'domainRemoved', 'receivingSetUp', 'regularLook'] as const) {
    expect(reasonOf(key)).toEqual(said(key))
    expect(reasonOf(sayReason(said(key)))).toEqual(said(key))
  }
  for (const text of ['Plan 7 was stale.', 'Somebody wanted it.', '']) expect(reasonOf(text)).toBe(text)
})

it('says each in English', () => {
  const params = { plan: '7', set: 's' }
  for (const key of planReasonKeys) expect(sayReason(said(key, params))).toMatch(/^[^{}]+\.$/)
  expect(sayReason(said('changedLate', params))).toBe('s was changed in the second in which plan 7 replaced it.')
  expect(sayNotes([said('twice', { entry: 'a.test' }), said('refused', { error: 'No.' })])).toBe('The entry a.test stands in two rules of ours: its mail would be handled twice. No.')
})
