'use client'

import type { Paint } from '@/components/charts/paint.ts'
import { paintOf } from '@/components/charts/paint.ts'
import { TOP } from '@/components/spend/arrange-spend.ts'
import { usePalette } from '@/components/spend/use-grouped-spend.ts'
import { colorSlots } from '@/lib/core/color-slots.ts'
import { UNKNOWN_GPU } from '@/lib/core/dimensions.ts'

/** The colour of each GPU class as on every page; `classes` by cost, the largest first. */
export function useClassPaint(classes: readonly string[]): (gpuClass: string) => Paint {
  const { data } = usePalette('gpu-class')
  const shown = classes.filter((gpuClass) => gpuClass !== UNKNOWN_GPU).slice(0, TOP)
  const slots = colorSlots(data ?? [], shown)
  return (gpuClass) =>
    paintOf({ kind: gpuClass === UNKNOWN_GPU ? 'unknown' : 'entity', slot: slots.get(gpuClass) ?? null }, 'gpu-class')
}
