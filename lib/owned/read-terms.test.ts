import { describe, expect, test } from 'vitest'
import { AppError } from '@/lib/core/errors.ts'
import { expandNodeNames } from './node-names.ts'
import type { OwnedDraft } from './read-terms.ts'
import { readTerms } from './read-terms.ts'

test.each([
  ['gpu-1', ['gpu-1']],
  ['a, b\nc', ['a', 'b', 'c']],
  ['gpu-[08-10]', ['gpu-08', 'gpu-09', 'gpu-10']],
  ['r[1-2]n[1,3].hq', ['r1n1.hq', 'r1n3.hq', 'r2n1.hq', 'r2n3.hq']],
  ['', null],
  ['gpu-[', null],
  ['gpu-[a-b]', null],
  ['gpu-[3-1]', null],
  ['gpu-[1-99999]', null],
  ['gpu_1;drop', null],
])('%j names %j', (text, names) => {
  expect(expandNodeNames(text, 100)).toEqual(names)
})

const draft: OwnedDraft = {
  name: ' basement ',
  region: '',
  groups: [{ nodes: 'gpu-[01-02]', gpuClass: 'H100-SXM-80GB', gpusPerNode: '8', watts: '' }],
  purchasePrice: '576000',
  currency: 'usd',
  lifeMonths: '48',
  inServiceFrom: '2026-01-01',
  outOfServiceFrom: '',
  hostWattsPerNode: '0.0',
  pue: '1.3',
  pricePerKwh: '0.12',
  hostingPerMonth: '3000',
  peoplePerMonth: '0',
}

describe('a cluster as a form gives it', () => {
  test('is read, with the TDP of the catalogue where no watts are given', () => {
    expect(readTerms(draft)).toMatchObject({
      name: 'basement',
      region: null,
      groups: [{ names: ['gpu-01', 'gpu-02'], gpusPerNode: 8, wattsPerGpu: '700' }],
      currency: 'USD',
      lifeMonths: 48,
      outOfServiceFrom: null,
      hostWattsPerNode: '0',
    })
    const measured = [{ nodes: 'a', gpuClass: 'H100-SXM-80GB', gpusPerNode: '8', watts: '612.5' }]
    expect(readTerms({ ...draft, groups: measured }).groups[0]?.wattsPerGpu).toBe('612.5')
  })

  test.each<[Partial<OwnedDraft>, RegExp]>([
    [{ name: '' }, /^Name cannot be ""/],
    [{ groups: [{ nodes: 'a', gpuClass: 'H900', gpusPerNode: '8', watts: '' }] }, /^GPU class cannot be "H900"/],
    [{ groups: [{ nodes: '', gpuClass: 'T4', gpusPerNode: '8', watts: '' }] }, /^Nodes cannot be/],
    [{ groups: [{ nodes: 'a a', gpuClass: 'T4', gpusPerNode: '8', watts: '' }] }, /^Nodes cannot be "a"/],
    [{ groups: [{ nodes: 'a', gpuClass: 'T4', gpusPerNode: '0', watts: '' }] }, /^GPUs per node cannot be "0"/],
    [{ groups: [{ nodes: 'a', gpuClass: 'T4', gpusPerNode: '8', watts: '-70' }] }, /^Watts per GPU is negative/],
    [{ purchasePrice: 'NaN' }, /^Purchase price is not a number/],
    [{ purchasePrice: '' }, /^Purchase price is missing/],
    [{ currency: 'XXX' }, /^Currency cannot be "XXX"/],
    [{ lifeMonths: '4.5' }, /^Life in months cannot be "4.5"/],
    [{ inServiceFrom: '2026-02-30' }, /^In service from cannot be/],
    [{ outOfServiceFrom: '2025-12-31' }, /^Out of service from cannot be/],
    [{ pue: '0.9' }, /^PUE cannot be "0.9"/],
    [{ pricePerKwh: '0,12' }, /^Price per kWh has a comma/],
  ])('%j is refused by name', (change, message) => {
    let said: unknown
    try {
      readTerms({ ...draft, ...change })
    } catch (error) {
      said = error
    }
    expect(said).toBeInstanceOf(AppError)
    expect((said as AppError).message).toMatch(message)
  })
})
