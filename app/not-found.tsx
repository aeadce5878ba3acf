import { ButtonLink } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/state.tsx'

export default function NotFound() {
  return (
    <main className="plain">
      <h1 className="sr">There is no such page</h1>
      <EmptyState
        title="There is no such page"
        actions={
          <ButtonLink look="solid" href="/overview">
            Go to Overview
          </ButtonLink>
        }
      >
        The address may be mistyped, or what it names was removed with its import.
      </EmptyState>
    </main>
  )
}
