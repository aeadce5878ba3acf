'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ClassChoice } from '@/components/owned/cluster-dialog.tsx'
import { ClusterDialog } from '@/components/owned/cluster-dialog.tsx'
import { draftOf, emptyDraft } from '@/components/owned/cluster-draft.ts'
import type { ClusterRow } from '@/components/owned/clusters-table.tsx'
import { ClustersTable } from '@/components/owned/clusters-table.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Section } from '@/components/ui/section.tsx'
import { EmptyState } from '@/components/ui/state.tsx'
import { useToast } from '@/components/ui/toast.tsx'

const url = '/api/owned-clusters'

/** Hardware of our own: what it costs becomes daily charges, so that it stands beside rented GPUs, idle included. */
export function OwnedClustersView(props: {
  clusters: ClusterRow[]
  classes: readonly ClassChoice[]
  today: string
  mayChange: boolean
}) {
  const [open, setOpen] = useState<{ cluster: ClusterRow | null } | null>(null)
  const [leaving, setLeaving] = useState<ClusterRow | null>(null)
  const action = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const after = async (text: string) => {
    setOpen(null)
    setLeaving(null)
    toast({ text, tone: 'pos' })
    await queries.invalidateQueries()
    router.refresh()
  }
  return (
    <>
      <Section
        title="Owned clusters"
        note="purchase, power, hosting and people as daily charges per machine; written through yesterday"
        actions={
          props.mayChange && (
            <Button icon="plus" onClick={() => setOpen({ cluster: null })}>
              Add a cluster
            </Button>
          )
        }
      >
        {props.clusters.length === 0 ? (
          <EmptyState title="No owned clusters">
            Enter what your own hardware costs, and its GPU-hours stand beside those that you rent.
          </EmptyState>
        ) : (
          <ClustersTable
            clusters={props.clusters}
            mayChange={props.mayChange}
            busy={action.busy}
            onChange={(cluster) => setOpen({ cluster })}
            onDelete={setLeaving}
          />
        )}
      </Section>
      {open && (
        <ClusterDialog
          title={open.cluster ? `Change ${open.cluster.terms.name}` : 'Add a cluster'}
          initial={open.cluster ? draftOf(open.cluster.terms) : emptyDraft(`${props.today.slice(0, 7)}-01`)}
          classes={props.classes}
          busy={action.busy}
          error={action.error}
          onClose={() => setOpen(null)}
          onSave={(draft) =>
            action.run(async () => {
              await send('PUT', url, { id: open.cluster?.id ?? null, draft })
              await after('Saved: its charges are being written')
            })
          }
        />
      )}
      {leaving && (
        <Dialog
          open
          title={`Delete ${leaving.terms.name}?`}
          onClose={() => setLeaving(null)}
          footer={
            <>
              <Button onClick={() => setLeaving(null)}>Keep it</Button>
              <Button
                look="danger"
                disabled={action.busy}
                onClick={() =>
                  action.run(async () => {
                    await send('DELETE', `${url}/${leaving.id}`)
                    await after('Deleted: its charges are being taken back')
                  })
                }
              >
                Delete the cluster
              </Button>
            </>
          }
        >
          <p>Its charges of all months are taken back. The imports that held them stay listed as undone.</p>
          <FormError>{action.error}</FormError>
        </Dialog>
      )}
    </>
  )
}
