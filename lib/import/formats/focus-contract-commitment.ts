import { refusedFormat } from '@/lib/import/refused-format.ts'

/** FOCUS 1.3+ Contract Commitment: the terms of commitments, without charges. */
export const focusContractCommitment = refusedFormat({
  id: 'focus-contract-commitment',
  label: 'FOCUS Contract Commitment',
  docs: 'https://focus.finops.org/focus-specification/',
  requires: [['ContractCommitmentId'], ['ContractId']],
  excludes: ['ChargeCategory'],
  refuse:
    'This is the FOCUS Contract Commitment dataset. It lists the terms of commitments and has no charges, so adding it up ' +
    'would count commitments twice. Upload the Cost and Usage dataset of the same export.',
})
