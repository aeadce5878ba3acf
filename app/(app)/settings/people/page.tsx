import type { Metadata } from 'next'
import { listKnownTeams } from '@/lib/attribution/known-teams.ts'
import { listPeople } from '@/lib/auth/people.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { PeopleView } from './view.tsx'

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage() {
  const scope = await requireScope('people:write')
  const [people, teams] = await Promise.all([listPeople(), listKnownTeams()])
  return <PeopleView people={people} knownTeams={teams} own={scope.userId} />
}
