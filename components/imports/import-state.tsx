import type { Tone } from '@/components/ui/badge.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import type { ImportSummary } from '@/lib/import/history.ts'

type State = ImportSummary['state']

const shown: Record<State, { label: string; tone: Tone; title: string }> = {
  received: { label: 'Received', tone: 'info', title: 'The files are here; reading has not begun' },
  running: {
    label: 'Importing',
    tone: 'info',
    title: 'The importer is at work; nothing is visible in the figures yet',
  },
  needs_answer: { label: 'Needs an answer', tone: 'warn', title: 'An admin has to answer a question first' },
  awaiting: {
    label: 'To confirm',
    tone: 'warn',
    title: 'Read and reconciled; an admin has to agree before it is published',
  },
  published: { label: 'Published', tone: 'pos', title: 'In the figures' },
  unchanged: { label: 'Unchanged', tone: 'neutral', title: 'The same bytes were imported before; nothing was done' },
  refused: { label: 'Refused', tone: 'neg', title: 'The files cannot be imported as they are; nothing was stored' },
  failed: { label: 'Failed', tone: 'neg', title: 'The importer did not finish; nothing was stored' },
  cancelled: { label: 'Cancelled', tone: 'neutral', title: 'Stopped by a person; nothing was stored' },
  reverted: { label: 'Undone', tone: 'neutral', title: 'Published once, then taken back' },
}

/** Where an import stands, in a word; the title says what that means for the figures. */
export function ImportState({ state }: { state: State }) {
  const { label, tone, title } = shown[state]
  return (
    <Badge tone={tone} title={title}>
      {label}
    </Badge>
  )
}

/** What the state means, as a sentence. */
export function stateSentence(state: State): string {
  return shown[state].title
}
