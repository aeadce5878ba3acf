import type { Metadata } from 'next'
import { minPasswordLength } from '@/lib/auth/password.ts'
import { SetPasswordView } from './view.tsx'

export const metadata: Metadata = { title: 'Set your password' }

export default function SetPasswordPage() {
  return <SetPasswordView minPasswordLength={minPasswordLength} />
}
