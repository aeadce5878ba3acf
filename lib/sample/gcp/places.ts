import type { Project } from '@/lib/sample/world.ts'

export type GcpProject = keyof typeof gcpProjects
export type GcpRegion = keyof typeof gcpRegions

export const gcpBillingAccount = '01A7F2-9C3D40-5B8E61'

/** Cloud projects; `scratch` is the one whose resources carry no labels. */
export const gcpProjects: Record<
  'foundation' | 'assistant' | 'search' | 'scratch',
  { id: string; number: string; owner: Project | null }
> = {
  foundation: { id: 'nw-foundation-prod', number: '481200375516', owner: 'data-curation' },
  assistant: { id: 'nw-assistant-eval', number: '902117433680', owner: 'assistant-eval' },
  search: { id: 'nw-search-prod', number: '613554209871', owner: 'semantic-search' },
  scratch: { id: 'nw-scratch', number: '337008925146', owner: null },
}

export const gcpRegions = {
  'us-central1': { place: 'Americas', country: 'US', zone: 'us-central1-a' },
  'europe-west4': { place: 'Netherlands', country: 'NL', zone: 'europe-west4-b' },
} as const

export function isGcpRegion(text: string): text is GcpRegion {
  return text in gcpRegions
}

export function isGcpProject(text: string): text is GcpProject {
  return text in gcpProjects
}
