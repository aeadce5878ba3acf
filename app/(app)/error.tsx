'use client'

import { ErrorState } from '@/components/ui/state.tsx'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState title="This page could not be shown" code={error.digest} onRetry={reset}>
      Nothing was changed: reading a page never writes. The server's log has the cause under this code.
    </ErrorState>
  )
}
