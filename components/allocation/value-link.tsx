'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { spendHref } from '@/components/spend/spend-href.ts'
import type { DimensionKey } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import { kindOf } from '@/lib/core/series.ts'
import { entityHref, isEntityKind } from './entity.ts'

/** Where a value of a dimension opens: teams, projects and models on pages of their own, anything else in Spend. */
export function valueHref(dimension: DimensionKey, key: string | null, filter: SpendFilter): string {
  if (isEntityKind(dimension) && kindOf(key, dimension) !== 'idle')
    return entityHref({ kind: dimension, name: key }, filter)
  return spendHref(narrow(filter, dimension, key))
}

/** A value's name as a link to where it opens. */
export function ValueLink(props: {
  dimension: DimensionKey
  value: string | null
  filter: SpendFilter
  className?: string
  children: ReactNode
}) {
  return (
    <Link className={props.className} prefetch={false} href={valueHref(props.dimension, props.value, props.filter)}>
      {props.children}
    </Link>
  )
}
