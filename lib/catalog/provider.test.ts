import { expect, test } from 'vitest'
import { providerLabel, providerSlug } from '@/lib/catalog/provider.ts'

test.each([
  ['Amazon Web Services', 'aws'],
  ['Amazon Web Services, Inc.', 'aws'],
  ['AWS', 'aws'],
  [' aws ', 'aws'],
  ['Microsoft', 'azure'],
  ['Microsoft Azure', 'azure'],
  ['Microsoft Corporation', 'azure'],
  ['Azure', 'azure'],
  ['Google Cloud', 'gcp'],
  ['Google', 'gcp'],
  ['Google Cloud Platform', 'gcp'],
  ['GCP', 'gcp'],
  ['Oracle', 'oci'],
  ['Oracle Cloud', 'oci'],
  ['OCI', 'oci'],
  ['CoreWeave', 'coreweave'],
  ['CoreWeave, Inc.', 'coreweave'],
  ['Lambda Labs', 'lambda'],
  ['Nebius B.V.', 'nebius'],
  ['RunPod', 'runpod'],
  ['Crusoe Cloud', 'crusoe'],
  ['Vast.ai', 'vast'],
  ['ACMECORP', 'acmecorp'],
  ['My GPU  Cloud!', 'my-gpu-cloud'],
  ['Яндекс Облако', 'яндекс-облако'],
  ['', 'unknown'],
  ['--', 'unknown'],
])('%j is %s', (text, slug) => {
  expect(providerSlug(text)).toBe(slug)
  expect(providerSlug(slug)).toBe(slug)
})

test.each([
  ['aws', 'AWS'],
  ['azure', 'Azure'],
  ['gcp', 'Google Cloud'],
  ['oci', 'Oracle Cloud'],
  ['coreweave', 'CoreWeave'],
  ['my-gpu-cloud', 'My Gpu Cloud'],
  ['unknown', 'Unknown provider'],
])('%s shows as %s', (slug, label) => {
  expect(providerLabel(slug)).toBe(label)
})
