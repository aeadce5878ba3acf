import type { Metadata } from 'next'
import { requireScope } from '@/lib/auth/session.ts'
import { EntityPage, entityMetadata } from '../../entity/entity-page.tsx'
import type { SearchParams } from '../../page-data.ts'

type Props = { params: Promise<{ name: string }>; searchParams: SearchParams }

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return entityMetadata('project', params)
}

export default async function ProjectPage(props: Props) {
  return <EntityPage kind="project" scope={await requireScope('spend:read')} {...props} />
}
