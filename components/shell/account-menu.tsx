import Link from 'next/link'
import { Icon } from '@/components/ui/icon.tsx'

/** Leads to the own account, where the password and signing out are. */
export function AccountMenu() {
  return (
    <Link className="btn ghost icon" href="/account" prefetch={false} aria-label="Your account" title="Your account">
      <Icon name="person" />
    </Link>
  )
}
