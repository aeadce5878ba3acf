'use client'

import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { PasswordLink } from '@/lib/auth/password-link.ts'

/** Shows a one-time link, which the server does not keep: closed is gone. */
export function LinkDialog({ name, link, onClose }: { name: string; link: PasswordLink; onClose: () => void }) {
  const toast = useToast()
  const address = `${window.location.origin}${link.path}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      toast({ text: 'Link copied', tone: 'pos' })
    } catch {
      toast({ text: 'The browser did not allow copying; select the link and copy it', tone: 'neg' })
    }
  }
  return (
    <Dialog
      open
      title={`A link for ${name}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="solid" onClick={copy}>
            Copy link
          </Button>
        </>
      }
    >
      <div className="form">
        <p className="ink2">
          Hand it over now: it is shown only here. It sets a password once, until{' '}
          {link.expiresAt.slice(0, 16).replace('T', ' ')} UTC.
        </p>
        <TextField
          label="Link"
          className="mono"
          value={address}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </Dialog>
  )
}
