import type { ReactNode } from 'react'
import { Logo } from '@/components/ui/icon.tsx'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="plain">
      <div>
        <div className="brand" style={{ padding: 0 }}>
          <Logo />
          GPU Ledger
        </div>
        {children}
      </div>
    </main>
  )
}
