import { Icon } from '@/components/ui/icon.tsx'

/** What a form as a whole was refused for, read out when it appears; nothing while there is nothing to say. */
export function FormError({ children }: { children: string | undefined }) {
  if (!children) return null
  return (
    <p role="alert" className="neg acts-row" style={{ flexWrap: 'nowrap' }}>
      <Icon name="error" />
      <span>{children}</span>
    </p>
  )
}
