/** The four FOCUS costs. A view shows exactly one; they are never added to each other. */
export const costBases = ['effective', 'billed', 'list', 'contracted'] as const
export type CostBasis = (typeof costBases)[number]

export const costBasisLabel: Record<CostBasis, string> = {
  effective: 'Effective cost',
  billed: 'Billed cost',
  list: 'List cost',
  contracted: 'Contracted cost',
}

/** Whether text names a cost basis. */
export function isCostBasis(text: string): text is CostBasis {
  return (costBases as readonly string[]).includes(text)
}
