import type { Column, Header } from '@/lib/import/format.ts'
import type { RawLabels } from '@/lib/import/label-values.ts'
import type { Tags } from '@/lib/import/tags.ts'
import { parseTags } from '@/lib/import/tags.ts'

type TagColumn = { label: string; column: Column; key: string }

/** `resourceTags/user:team`, `resource_tags_user_team` and the map key `user_team` are all the tag `team`. */
function tagKey(name: string): string {
  return name.replace(/^resource_?tags[/_]/i, '').replace(/^user[:_]/, '')
}

function categoryKey(name: string): string {
  return `costCategory/${name.replace(/^cost_?category[/_]/i, '')}`
}

/** Tag columns of a CUR: one per key (legacy, Athena), or maps (CUR 2.0). Add `columns` to the labels. */
export function curTags(header: Header): { columns: Record<string, Column>; read(raw: RawLabels): Tags } {
  const map = header.column('resource_tags')
  const allTags = header.column('tags')
  const categories = header.column('cost_category')
  const tags = header
    .matching(/^resource_?tags[/_]./i)
    .map(({ name, column }, at): TagColumn => ({ label: `tag${at}`, column, key: tagKey(name) }))
  const categoryColumns = header
    .matching(/^cost_?category[/_]./i)
    .map(({ name, column }, at): TagColumn => ({ label: `category${at}`, column, key: categoryKey(name) }))
  const perKey = [...tags, ...categoryColumns]
  return {
    columns: {
      ...(map ? { tagMap: map } : {}),
      ...(allTags ? { allTags } : {}),
      ...(categories ? { categoryMap: categories } : {}),
      ...Object.fromEntries(perKey.map(({ label, column }) => [label, column])),
    },
    read(raw) {
      const fromMaps = [
        ...Object.entries(parseTags(raw.categoryMap ?? null)).map(([key, value]) => [categoryKey(key), value] as const),
        ...Object.entries(parseTags(raw.allTags ?? null)).map(([key, value]) => [tagKey(key), value] as const),
        ...Object.entries(parseTags(raw.tagMap ?? null)).map(([key, value]) => [tagKey(key), value] as const),
      ]
      // A Fivetran table repeats the map in snake-cased columns: then the map, which has the true keys, stands alone.
      const columns = raw.tagMap ? categoryColumns : perKey
      const fromColumns = columns.flatMap(({ label, key }) => (raw[label] ? [[key, raw[label].trim()] as const] : []))
      return Object.fromEntries([...fromMaps, ...fromColumns])
    },
  }
}
