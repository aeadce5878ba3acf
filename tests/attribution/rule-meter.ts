import type { RuleMeter } from '@/lib/attribution/rule-labels.ts'

/** A GPU machine of a training cluster, but for what the test says. */
export function ruleMeter(labels: Partial<RuleMeter> = {}): RuleMeter {
  return {
    provider: 'aws',
    billingAccountId: '111122223333',
    subAccountId: '444455556666',
    serviceName: 'Amazon EC2',
    regionId: 'us-east-1',
    resourceId: 'arn:aws:ec2:us-east-1:444455556666:instance/i-0abc',
    resourceName: 'llm-train-7',
    skuId: 'SKU1',
    skuMeter: 'USE1-BoxUsage:p5.48xlarge',
    instanceType: 'p5.48xlarge',
    chargeCategory: 'Usage',
    pricingCategory: 'Standard',
    gpuClass: 'H100-SXM-80GB',
    tags: {},
    ...labels,
  }
}
