'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ClassifiedTable } from '@/components/settings/classified-table.tsx'
import type { GpuChoice } from '@/components/settings/classify-dialog.tsx'
import { ClassifyDialog } from '@/components/settings/classify-dialog.tsx'
import { send } from '@/components/settings/send.ts'
import { UnknownGpuTable } from '@/components/settings/unknown-gpu-table.tsx'
import { useAction } from '@/components/settings/use-action.ts'
import { Grid, Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { ClassificationRow } from '@/lib/attribution/classifications.ts'
import type { UnknownGpu } from '@/lib/attribution/unknown-gpus.ts'
import { formatCount } from '@/lib/core/format.ts'

const url = '/api/settings/classifications'

export function UnknownGpusView(props: {
  unknown: UnknownGpu[]
  classified: ClassificationRow[]
  classes: readonly GpuChoice[]
}) {
  const [open, setOpen] = useState<UnknownGpu | null>(null)
  const action = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const change = (method: 'PUT' | 'DELETE', body: unknown) =>
    action.run(async () => {
      const { meters } = await send<{ meters: number }>(method, url, body)
      setOpen(null)
      toast({ text: `Saved: ${formatCount(meters)} meters changed`, tone: 'pos' })
      await queries.invalidateQueries()
      router.refresh()
    })
  return (
    <Grid>
      <Section title="Unknown GPUs" note="Look like a GPU and are not in the catalogue. They are never guessed">
        {props.unknown.length === 0 ? (
          <EmptyState title="No unknown GPUs">
            Every charge of the live bills that looks like a GPU is in the catalogue or was classified.
          </EmptyState>
        ) : (
          <UnknownGpuTable gpus={props.unknown} onClassify={setOpen} />
        )}
      </Section>
      {props.classified.length > 0 && (
        <Section title="Classified by an admin" note="Taking one back makes it an unknown GPU again">
          <ClassifiedTable
            rows={props.classified}
            busy={action.busy}
            onRemove={({ provider, evidence }) => change('DELETE', { provider, evidence })}
          />
        </Section>
      )}
      {open && (
        <ClassifyDialog
          gpu={open}
          classes={props.classes}
          busy={action.busy}
          error={action.error}
          onClose={() => setOpen(null)}
          onClassify={(word) => change('PUT', { provider: open.provider, evidence: open.evidence, ...word })}
        />
      )}
    </Grid>
  )
}
