'use client'

import { ButtonLink } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/state.tsx'

/** No telemetry in this view: what it would show, and for who may, the way to fill it. */
export function UsageMissing(props: { title?: string; shows: string; mayImport: boolean }) {
  const { title = 'No GPU usage in these days', shows, mayImport } = props
  return (
    <EmptyState
      title={title}
      actions={
        mayImport && (
          <ButtonLink icon="import" href="/imports" prefetch={false}>
            Upload GPU usage
          </ButtonLink>
        )
      }
    >
      {shows}{' '}
      {mayImport
        ? 'Upload an export of DCGM, Slurm, OpenCost, LiteLLM, Langfuse or a usage CSV.'
        : 'An admin uploads it under Imports.'}
    </EmptyState>
  )
}
