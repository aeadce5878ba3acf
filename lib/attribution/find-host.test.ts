import { describe, expect, test } from 'vitest'
import { findHost, indexMachines } from './find-host.ts'

const index = indexMachines([
  { host: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc', name: 'trainer-1' },
  { host: 'i-0def', name: null },
  { host: '/subscriptions/S/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm1', name: 'vm1' },
  { host: '//compute.googleapis.com/projects/p/zones/z/instances/gke-node-7', name: 'gke-node-7' },
  { host: 'twin-a', name: 'twin' },
  { host: 'twin-b', name: 'twin' },
])

describe('which billed machine a machine in telemetry is', () => {
  test.each([
    ['i-0def', null, 'i-0def', 'id'],
    ['I-0DEF', null, 'i-0def', 'id'],
    ['ip-10-0-0-1', 'aws:///us-east-1a/i-0def', 'i-0def', 'provider-id'],
    ['ip-10-0-0-2', 'aws:///us-east-1a/i-0abc', 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc', 'provider-id'],
    [
      'aks-1',
      'azure:///subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm1',
      '/subscriptions/S/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm1',
      'provider-id',
    ],
    ['x', 'gce://p/z/gke-node-7', '//compute.googleapis.com/projects/p/zones/z/instances/gke-node-7', 'provider-id'],
    ['trainer-1', null, 'arn:aws:ec2:us-east-1:111122223333:instance/i-0abc', 'name'],
    ['twin', null, null, null],
    ['nobody', null, null, null],
  ])('%s with providerID %s is %s, by %s', (resource, providerId, host, foundBy) => {
    expect(findHost({ resource, providerId }, index, [])).toEqual({ host, foundBy })
  })

  test('an admin’s word comes first, also for a machine that no bill names yet', () => {
    const words = [{ id: 7, match: (name: string) => (name.startsWith('i-0') ? 'pool' : null) }]
    expect(findHost({ resource: 'i-0def', providerId: null }, index, words)).toEqual({
      host: 'pool',
      foundBy: 'rule:7',
    })
  })
})
