import { expect, test } from 'vitest'
import { curTags } from '@/lib/import/cur-tags.ts'
import { makeHeader } from '@/lib/import/header.ts'

/** One row, as header names with their cells. */
function tagsOf(row: Record<string, string | null>) {
  const header = makeHeader(Object.keys(row))
  const { columns, read } = curTags(header)
  const cells = Object.values(row)
  const raw = Object.entries(columns).map(([label, column]) => [label, cells[Number(column.slice(1))] ?? null])
  return read(Object.fromEntries(raw))
}

test.for([
  [
    'legacy',
    { 'resourceTags/user:team': 'ml', 'resourceTags/aws:createdBy': 'me', 'resourceTags/user:x': null },
    { team: 'ml', 'aws:createdBy': 'me' },
  ],
  [
    'flattened',
    { resource_tags_user_team: 'ml', resource_tags_aws_created_by: 'me' },
    { team: 'ml', aws_created_by: 'me' },
  ],
  ['map', { resource_tags: '{"user_team":"ml","user:Env":"dev"}' }, { team: 'ml', Env: 'dev' }],
  ['map as a list', { resource_tags: '[{"key":"user_team","value":"ml"}]' }, { team: 'ml' }],
  [
    'newer tags column',
    { tags: '{"resourceTags/user_team":"ml","iamPrincipal/role":"r"}' },
    { team: 'ml', 'iamPrincipal/role': 'r' },
  ],
  ['resource_tags outranks tags', { tags: '{"user_team":"a"}', resource_tags: '{"user_team":"b"}' }, { team: 'b' }],
  [
    'map and flattened columns together',
    { resource_tags: '{"user_costCenter":"1"}', resource_tags_user_cost_center: '1' },
    { costCenter: '1' },
  ],
  [
    'flattened columns where the map is empty',
    { resource_tags: null, resource_tags_user_cost_center: '1' },
    { cost_center: '1' },
  ],
  [
    'cost categories',
    { 'costCategory/Unit': 'R', cost_category: '{"Area":"B"}' },
    { 'costCategory/Unit': 'R', 'costCategory/Area': 'B' },
  ],
] as const)('%s', ([, row, tags]) => {
  expect(tagsOf(row)).toEqual(tags)
})
