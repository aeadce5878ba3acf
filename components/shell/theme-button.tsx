'use client'

import { useSyncExternalStore } from 'react'
import { IconButton } from '@/components/ui/button.tsx'
import type { Theme } from './theme.ts'
import { nextTheme, setTheme, storedTheme } from './theme.ts'

const icons = { system: 'screen', light: 'sun', dark: 'moon' } as const

function subscribe(onChange: () => void): () => void {
  window.addEventListener('themechange', onChange)
  return () => window.removeEventListener('themechange', onChange)
}

/** Goes round system, light and dark. The key T does the same. */
export function ThemeButton() {
  const theme = useSyncExternalStore<Theme>(subscribe, storedTheme, () => 'system')
  return (
    <IconButton
      look="ghost"
      icon={icons[theme]}
      label={`Theme: ${theme}. Switch to ${nextTheme(theme)}`}
      onClick={() => setTheme(nextTheme(theme))}
    />
  )
}
