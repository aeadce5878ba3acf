'use client'

import { useImportAction } from '@/components/query/use-import.ts'
import { Button } from '@/components/ui/button.tsx'
import { useToast } from '@/components/ui/toast.tsx'

/** Stops an import that is not published yet. Possible at every moment, and nothing of it stays. */
export function CancelImport({ importId, asked }: { importId: number; asked: boolean }) {
  const toast = useToast()
  const action = useImportAction(importId)
  const cancel = () =>
    action.mutate({ action: 'cancel' }, { onError: (error) => toast({ text: error.message, tone: 'neg' }) })
  return (
    <Button icon="close" aria-label="Cancel this import" disabled={asked || action.isPending} onClick={cancel}>
      {asked ? 'Cancelling' : 'Cancel'}
    </Button>
  )
}
