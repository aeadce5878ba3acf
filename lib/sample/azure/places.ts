import { guid } from '@/lib/sample/noise.ts'

export type AzureSubscription = keyof typeof azureSubscriptions

export const azureEnrollment = { id: '8846102', name: 'Northwind AI' } as const

export const azureSubscriptions = {
  speech: { id: guid('subscription speech'), name: 'nw-speech-prod', costCenter: 'CC-4410' },
  platform: { id: guid('subscription platform'), name: 'nw-platform-prod', costCenter: 'CC-4600' },
  research: { id: guid('subscription research'), name: 'nw-research', costCenter: 'CC-4200' },
} as const

/** Region -> the name in meters. */
export const azureRegions: Record<string, string> = { westeurope: 'EU West', eastus: 'US East' }

export function isAzureSubscription(text: string): text is AzureSubscription {
  return text in azureSubscriptions
}
