import type { Activity } from '@/lib/sample/activity.ts'
import type { AwsAccount, AwsRegion } from '@/lib/sample/aws/places.ts'
import type { Metered } from '@/lib/sample/metered.ts'
import type { Labels } from '@/lib/sample/world.ts'

export type AwsMetered = Metered & {
  account: AwsAccount
  region: AwsRegion
  labels: Labels | null
  productCode: string
  productName: string
  productFamily: string
  /** Without the region's prefix. */
  usageType: string
  operation: string
  unit: string
  resource: string
  description: string
}

export function volumes(
  id: string,
  account: AwsAccount,
  region: AwsRegion,
  labels: Labels | null,
  costPerDay: Activity,
): AwsMetered {
  return {
    id: `ebs ${id}`,
    account,
    region,
    labels,
    productCode: 'AmazonEC2',
    productName: 'Amazon Elastic Compute Cloud',
    productFamily: 'Storage',
    usageType: 'EBS:VolumeUsage.gp3',
    operation: 'CreateVolume-Gp3',
    unit: 'GB-Mo',
    resource: `ebs ${id}`,
    description: '$0.08 per GB-month of General Purpose (gp3) provisioned storage',
    rate: '0.08',
    costPerDay,
    jitter: 0.01,
    digits: 6,
  }
}

export function bucket(
  id: string,
  account: AwsAccount,
  region: AwsRegion,
  labels: Labels | null,
  costPerDay: Activity,
): AwsMetered {
  return {
    id: `s3 ${id}`,
    account,
    region,
    labels,
    productCode: 'AmazonS3',
    productName: 'Amazon Simple Storage Service',
    productFamily: 'Storage',
    usageType: 'TimedStorage-ByteHrs',
    operation: 'StandardStorage',
    unit: 'GB-Mo',
    resource: `northwind-${id}`,
    description: '$0.021 per GB - storage used / month over 500 TB',
    rate: '0.021',
    costPerDay,
    jitter: 0.01,
    digits: 6,
  }
}

export function egress(
  id: string,
  account: AwsAccount,
  region: AwsRegion,
  labels: Labels | null,
  costPerDay: Activity,
): AwsMetered {
  return {
    id: `egress ${id}`,
    account,
    region,
    labels,
    productCode: 'AmazonEC2',
    productName: 'Amazon Elastic Compute Cloud',
    productFamily: 'Data Transfer',
    usageType: 'DataTransfer-Out-Bytes',
    operation: 'RunInstances',
    unit: 'GB',
    resource: `egress ${id}`,
    description: '$0.085 per GB - next 40 TB / month data transfer out',
    rate: '0.085',
    costPerDay,
    jitter: 0.2,
    digits: 6,
  }
}
