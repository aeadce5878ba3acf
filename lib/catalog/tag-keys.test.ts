import fc from 'fast-check'
import { expect, test } from 'vitest'
import { environmentTagKeys, firstTag, modelTagKeys, projectTagKeys, teamTagKeys } from '@/lib/catalog/tag-keys.ts'

test.each<[Record<string, string>, readonly string[], string | null]>([
  [{ team: 'vision' }, teamTagKeys, 'team=vision'],
  [{ 'user:Team': ' vision ' }, teamTagKeys, 'user:Team=vision'],
  [{ user_team: 'vision' }, teamTagKeys, 'user_team=vision'],
  [{ 'labels.team': 'vision' }, teamTagKeys, 'labels.team=vision'],
  [{ ' TEAM ': 'vision' }, teamTagKeys, 'TEAM=vision'],
  [{ owner: 'ana', team: 'vision' }, teamTagKeys, 'team=vision'],
  [{ team: '  ', owner: 'ana' }, teamTagKeys, 'owner=ana'],
  [{ cost_center: '42' }, teamTagKeys, 'cost_center=42'],
  [{ 'Cost Center': '42' }, teamTagKeys, 'Cost Center=42'],
  [{ CostCenter: '42' }, teamTagKeys, 'CostCenter=42'],
  [{ 'Business-Unit': 'R&D' }, teamTagKeys, 'Business-Unit=R&D'],
  [{ project: 'p', service: 's' }, teamTagKeys, null],
  [{ service: 's', app: 'a' }, projectTagKeys, 'app=a'],
  [{ namespace: 'n' }, projectTagKeys, 'namespace=n'],
  [{ ml_model: 'm' }, modelTagKeys, 'ml_model=m'],
  [{ 'Model Name': 'm' }, modelTagKeys, 'Model Name=m'],
  [{ job: 'j', experiment: 'e' }, modelTagKeys, null],
  [{ Environment: 'prod' }, environmentTagKeys, 'Environment=prod'],
  [{ tier: 'prod' }, environmentTagKeys, 'tier=prod'],
  [{ Team: 'b', team: 'a' }, teamTagKeys, 'Team=b'],
  [{ team: 'a', Team: 'b' }, teamTagKeys, 'Team=b'],
  [{ team: 'a', Team: ' ' }, teamTagKeys, 'team=a'],
  [{}, teamTagKeys, null],
])('%j -> %s %s', (tags, keys, expected) => {
  const tag = firstTag(tags, keys)
  expect(tag && `${tag.key}=${tag.value}`).toBe(expected)
})

test('the order of the tags does not matter, and a value is never empty', () => {
  const key = fc.constantFrom('team', 'Team', 'user:team', 'owner', 'Owner ', 'x', '__proto__')
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, fc.string()), { selector: ([name]) => name }), (pairs) => {
      const tag = firstTag(Object.fromEntries(pairs), teamTagKeys)
      expect(firstTag(Object.fromEntries([...pairs].reverse()), teamTagKeys)).toEqual(tag)
      if (tag) expect(tag.value.trim()).not.toBe('')
    }),
  )
})
