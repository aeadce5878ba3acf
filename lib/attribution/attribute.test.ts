import { expect, test } from 'vitest'
import { environmentTagKeys, modelTagKeys, projectTagKeys, teamTagKeys } from '@/lib/catalog/tag-keys.ts'
import { ruleMeter } from '@/tests/attribution/rule-meter.ts'
import type { AttributableMeter, AttributionSettings } from './attribute.ts'
import { attribute, attributeTerms } from './attribute.ts'
import { compileRules } from './match-rule.ts'
import { parseRules } from './rule.ts'

const nothing = { serviceCategory: null, resourceType: null, skuDetail: null, operation: null, gpuCountLabel: null }
const meter: AttributableMeter = {
  ...ruleMeter({ tags: { team: 'tagged', app: 'chat' } }),
  ...nothing,
  providerChargeType: 'Usage',
  consumedUnit: 'Hrs',
}

function settings(...rules: object[]): AttributionSettings {
  const parsed = parseRules(rules.map((rule, n) => ({ id: `r${n + 1}`, name: `${n}`, ...rule })))
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  const tagKeys = { team: teamTagKeys, project: projectTagKeys, model: modelTagKeys, environment: environmentTagKeys }
  return { rules: compileRules(parsed.rules), tagKeys, classifications: [] }
}

test('rules come before tag keys, dimension by dimension, and may look at the GPU class', () => {
  const when = [{ field: 'gpu-class', op: 'is', values: ['h100-sxm-80gb'] }]
  expect(attribute(meter, settings({ when, set: { team: 'ml' } }))).toMatchObject({
    team: 'ml',
    project: 'chat',
    model: null,
    splitRule: null,
    attributedBy: { team: 'rule:r1', project: 'tag:app' },
    gpuClass: 'H100-SXM-80GB',
  })
})

test('what a split takes stays open for its receivers, whatever the tags say', () => {
  const split = { by: 'even', to: [{ team: 'a' }, { team: 'b' }] }
  expect(attribute(meter, settings({ split }))).toMatchObject({
    team: null,
    project: 'chat',
    splitRule: 'r1',
    attributedBy: { team: 'rule:r1', project: 'tag:app' },
  })
})

test('months in which rules say something else are terms', () => {
  const set = { team: 'ml' }
  const { base, terms } = attributeTerms(meter, settings({ validFrom: '2026-03', validTo: '2026-04', set }))
  expect(base.team).toBe('tagged')
  const spring = { fromDay: '2026-03-01', toDay: '2026-05-01', team: 'ml', project: 'chat' }
  expect(terms).toMatchObject([spring])
  expect(attributeTerms(meter, settings({ validFrom: '2026-03', set })).terms).toMatchObject([
    { fromDay: '2026-03-01', toDay: '9999-12-31' },
  ])
  expect(attributeTerms(meter, settings({ validTo: '2026-03', set })).terms).toMatchObject([
    { fromDay: '0001-01-01', toDay: '2026-04-01' },
  ])
  expect(attributeTerms(meter, settings({ set })).terms).toEqual([])
  expect(attributeTerms(meter, settings({ validFrom: '2026-03', set: { team: 'tagged' } })).terms).toHaveLength(1)
})
