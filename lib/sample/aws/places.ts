export type AwsAccount = keyof typeof awsAccounts
export type AwsRegion = keyof typeof awsRegions

/** The linked accounts of the organisation; the payer is one of them. `sandbox` is the one without tags. */
export const awsAccounts = {
  payer: { id: '220711846390', name: 'northwind-ai-payer' },
  training: { id: '318204775512', name: 'northwind-training' },
  serving: { id: '540918273364', name: 'northwind-serving' },
  research: { id: '077126503884', name: 'northwind-research' },
  sandbox: { id: '447190321175', name: 'northwind-sandbox' },
} as const

/** Region -> the name in product texts and the prefix of usage types. */
export const awsRegions = {
  'us-east-1': { location: 'US East (N. Virginia)', prefix: '' },
  'us-east-2': { location: 'US East (Ohio)', prefix: 'USE2-' },
  'us-west-2': { location: 'US West (Oregon)', prefix: 'USW2-' },
  'eu-west-1': { location: 'EU (Ireland)', prefix: 'EU-' },
  'ap-northeast-2': { location: 'Asia Pacific (Seoul)', prefix: 'APN2-' },
} as const

export function isAwsRegion(text: string): text is AwsRegion {
  return text in awsRegions
}

export function isAwsAccount(text: string): text is AwsAccount {
  return text in awsAccounts
}
