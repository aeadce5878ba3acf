'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Section } from '@/components/ui/section.tsx'
import { useToast } from '@/components/ui/toast.tsx'

/** Says that sample data is in the figures and removes it in one click and a confirmation. */
export function SampleSection({ imports }: { imports: number }) {
  const [asking, setAsking] = useState(false)
  const client = useQueryClient()
  const router = useRouter()
  const toast = useToast()
  const removal = useMutation({
    mutationFn: () => fetchJson('/api/imports/sample', { method: 'DELETE' }),
    onSuccess: async () => {
      setAsking(false)
      toast({ text: 'The sample data is removed', tone: 'pos' })
      await client.invalidateQueries()
      router.refresh()
    },
  })
  const close = () => setAsking(false)
  return (
    <Section
      id="sample"
      title="Sample data"
      note={`${imports} ${imports === 1 ? 'import' : 'imports'} of a made-up company`}
      actions={
        <Button look="danger" icon="trash" onClick={() => setAsking(true)}>
          Remove sample data
        </Button>
      }
    >
      <p className="ink2">Your own imports are not touched. The sample can be made again from a shell: npm run demo.</p>
      <Dialog
        open={asking}
        title="Remove the sample data?"
        onClose={close}
        footer={
          <>
            <Button onClick={close}>Keep it</Button>
            <Button look="solid" disabled={removal.isPending} onClick={() => removal.mutate()}>
              Remove
            </Button>
          </>
        }
      >
        <p>
          {imports} {imports === 1 ? 'import is' : 'imports are'} taken out of every figure and deleted. Your own
          imports stay as they are.
        </p>
        {removal.error && (
          <p className="neg" role="alert">
            {removal.error.message}
          </p>
        )}
      </Dialog>
    </Section>
  )
}
