import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { HatchPatterns } from '@/components/charts/hatches.tsx'
import { geistMono, inter } from './fonts.ts'
import './globals.css'
import { Providers } from './providers.tsx'

export const metadata: Metadata = {
  title: { default: 'GPU Ledger', template: '%s · GPU Ledger' },
  description: 'Where the GPU money went, to the cent.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#141518' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${inter.variable} ${geistMono.variable}`} suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <HatchPatterns />
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
