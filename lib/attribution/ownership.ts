/** What says whom a meter's money is for: of a part of a shared meter, each is its own or its holder's. */
export const ownershipNames = ['team', 'project', 'model', 'environment'] as const
export type OwnershipName = (typeof ownershipNames)[number]

/** Whether text names one of them. */
export function isOwnership(name: string): name is OwnershipName {
  return ownershipNames.some((one) => one === name)
}
