'use client'

import { Button } from './button.tsx'
import { useToast } from './toast.tsx'

/** Copies the address of this page: the URL is the whole state of a view. */
export function CopyLink() {
  const toast = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      toast({ text: 'Link copied', tone: 'pos' })
    } catch {
      toast({ text: 'The browser did not allow copying; take the address from the address bar', tone: 'neg' })
    }
  }
  return (
    <Button icon="link" aria-label="Copy link" onClick={copy}>
      Copy link
    </Button>
  )
}
