import { expect, test } from 'vitest'
import { makeHeader } from '@/lib/import/header.ts'

test.for([
  ['lineItem/UnblendedCost', 'line_item_unblended_cost'],
  ['line_item_unblended_cost', 'lineItem/UnblendedCost'],
  ['savings_plan_savings_plan_a_r_n', 'savingsPlan/SavingsPlanARN'],
  ['savingsPlan/SavingsPlanArn', 'savingsPlan/SavingsPlanARN'],
  ['service.description', 'service_description'],
  ['costInBillingCurrency', 'CostInBillingCurrency'],
  ['Abonnement-GUID (SubscriptionGuid)', 'SubscriptionGuid'],
  ['Währung (Currency)', 'currency'],
  ['\uFEFF"BilledCost"', 'BilledCost'],
  ['  Cost ', 'Cost'],
] as const)('%s is found as %s', ([written, wanted]) => {
  expect(makeHeader(['first', written]).column(wanted)).toBe('c1')
})

test('the first name that the file has wins, in the order asked', () => {
  const header = makeHeader(['Cost', 'CostInBillingCurrency'])
  expect(header.column('CostInBillingCurrency', 'Cost')).toBe('c1')
  expect(header.column('Nothing', 'Cost')).toBe('c0')
  expect(header.column('Nothing')).toBeNull()
  expect(header.has('Nothing', 'Cost')).toBe(true)
  expect(header.nameOf('c1')).toBe('CostInBillingCurrency')
})

test('a whole name outranks the text in parentheses of another', () => {
  expect(makeHeader(['Price (Cost)', 'Cost']).column('Cost')).toBe('c1')
})

test('a name that occurs twice is refused with its name', () => {
  expect(() => makeHeader(['a', 'Cost', 'b', 'Cost'])).toThrow('more than once: Cost.')
})

test('columns without a name are no duplicates', () => {
  expect(makeHeader(['a', '', '']).names).toEqual(['a', '', ''])
})

test('two spellings of one name are refused only when they are asked for', () => {
  const header = makeHeader(['resourceTags/user:Team', 'resourceTags/user:team', 'Cost'])
  expect(header.column('Cost')).toBe('c2')
  expect(() => header.column('resource_tags_user_team')).toThrow(/user:Team and resourceTags\/user:team mean the same/)
  expect(header.column('resourceTags/user:team')).toBe('c1')
})

test('matching gives names as written', () => {
  const header = makeHeader(['x', 'tags/Finance.team', 'tags/env'])
  expect(header.matching(/^tags\//)).toEqual([
    { name: 'tags/Finance.team', column: 'c1' },
    { name: 'tags/env', column: 'c2' },
  ])
})
