'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { makeQueryClient } from '@/components/query/client.ts'
import { ToastProvider } from '@/components/ui/toast.tsx'

/** What every page needs in the browser: the query cache and the toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={client}>
      <ToastProvider>{children}</ToastProvider>
    </QueryClientProvider>
  )
}
