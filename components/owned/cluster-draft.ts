import type { OwnedTerms } from '@/lib/owned/owned-cluster.ts'
import type { OwnedDraft } from '@/lib/owned/read-terms.ts'

/** A form for a cluster that is not there yet. */
export function emptyDraft(today: string): OwnedDraft {
  return {
    name: '',
    region: '',
    groups: [{ nodes: '', gpuClass: 'H100-SXM-80GB', gpusPerNode: '8', watts: '' }],
    purchasePrice: '',
    currency: 'USD',
    lifeMonths: '48',
    inServiceFrom: today,
    outOfServiceFrom: '',
    hostWattsPerNode: '0',
    pue: '1.3',
    pricePerKwh: '',
    hostingPerMonth: '0',
    peoplePerMonth: '0',
  }
}

/** The form of a cluster that is stored. */
export function draftOf(terms: OwnedTerms): OwnedDraft {
  return {
    ...terms,
    region: terms.region ?? '',
    groups: terms.groups.map((group) => ({
      nodes: group.names.join(', '),
      gpuClass: group.gpuClass,
      gpusPerNode: String(group.gpusPerNode),
      watts: group.wattsPerGpu,
    })),
    lifeMonths: String(terms.lifeMonths),
    outOfServiceFrom: terms.outOfServiceFrom ?? '',
  }
}
