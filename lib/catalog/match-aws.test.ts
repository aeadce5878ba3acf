import { describe } from 'vitest'
import { checkGpuTable as check } from '@/lib/catalog/gpu-table-check.ts'

const cur = {
  provider: 'aws',
  serviceName: 'AmazonEC2',
  providerChargeType: 'Usage',
  operation: 'RunInstances',
  consumedUnit: 'Hrs',
}

describe('AWS usage types', () => {
  check(cur, [
    [{ skuMeter: 'BoxUsage:p5.48xlarge' }, 'H100-SXM-80GB x8 8/1'],
    [{ skuMeter: 'BoxUsage:p5.4xlarge' }, 'H100-SXM-80GB x1 1/1'],
    [{ skuMeter: 'USE1-BoxUsage:p5en.48xlarge' }, 'H200 x8 8/1'],
    [{ skuMeter: 'USW2-BoxUsage:p5e.48xlarge' }, 'H200 x8 8/1'],
    [{ skuMeter: 'EU-BoxUsage:p6-b200.48xlarge' }, 'B200 x8 8/1'],
    [{ skuMeter: 'APN1-BoxUsage:p6-b300.48xlarge' }, 'B300 x8 8/1'],
    [{ skuMeter: 'EUC1-BoxUsage:p4d.24xlarge' }, 'A100-40GB x8 8/1'],
    [{ skuMeter: 'BoxUsage:p4de.24xlarge' }, 'A100-80GB x8 8/1'],
    [{ skuMeter: 'BoxUsage:p3.16xlarge' }, 'V100-16GB x8 8/1'],
    [{ skuMeter: 'BoxUsage:p3dn.24xlarge' }, 'V100-32GB x8 8/1'],
    [{ skuMeter: 'BoxUsage:p2.16xlarge' }, 'K80 x16 16/1'],
    [{ skuMeter: 'BoxUsage:g3s.xlarge' }, 'M60 x1 1/1'],
    [{ skuMeter: 'BoxUsage:g4dn.xlarge' }, 'T4 x1 1/1'],
    [{ skuMeter: 'BoxUsage:g4dn.metal' }, 'T4 x8 8/1'],
    [{ skuMeter: 'BoxUsage:g4ad.4xlarge' }, 'Radeon-Pro-V520 x1 1/1'],
    [{ skuMeter: 'BoxUsage:g5.16xlarge' }, 'A10G x1 1/1'],
    [{ skuMeter: 'BoxUsage:g5.12xlarge' }, 'A10G x4 4/1'],
    [{ skuMeter: 'BoxUsage:g5g.16xlarge' }, 'T4g x2 2/1'],
    [{ skuMeter: 'BoxUsage:g6.48xlarge' }, 'L4 x8 8/1'],
    [{ skuMeter: 'BoxUsage:gr6.4xlarge' }, 'L4 x1 1/1'],
    [{ skuMeter: 'BoxUsage:g6f.large' }, 'L4 x0.125 0.125/1'],
    [{ skuMeter: 'BoxUsage:g6f.xlarge' }, 'L4 x0.125 0.125/1'],
    [{ skuMeter: 'BoxUsage:g6f.2xlarge' }, 'L4 x0.25 0.25/1'],
    [{ skuMeter: 'BoxUsage:gr6f.4xlarge' }, 'L4 x0.5 0.5/1'],
    [{ skuMeter: 'BoxUsage:g6e.12xlarge' }, 'L40S x4 4/1'],
    [{ skuMeter: 'BoxUsage:g7.2xlarge' }, 'RTX-PRO-4500 x1 1/1'],
    [{ skuMeter: 'BoxUsage:g7e.48xlarge' }, 'RTX-PRO-6000 x8 8/1'],
    [{ skuMeter: 'BoxUsage:trn1.32xlarge' }, 'Trainium1 x16 16/1'],
    [{ skuMeter: 'BoxUsage:trn1n.32xlarge' }, 'Trainium1 x16 16/1'],
    [{ skuMeter: 'BoxUsage:trn2.48xlarge' }, 'Trainium2 x16 16/1'],
    [{ skuMeter: 'BoxUsage:inf1.6xlarge' }, 'Inferentia1 x4 4/1'],
    [{ skuMeter: 'BoxUsage:inf2.48xlarge' }, 'Inferentia2 x12 12/1'],
    [{ skuMeter: 'BoxUsage:dl1.24xlarge' }, 'Gaudi x8 8/1'],
    [{ skuMeter: 'BoxUsage:dl2q.24xlarge' }, 'Qualcomm-AI100 x8 8/1'],
    [{ skuMeter: 'USE1-SpotUsage:g5.xlarge' }, 'A10G x1 1/1'],
    [{ skuMeter: 'DedicatedUsage:p3.2xlarge' }, 'V100-16GB x1 1/1'],
    [{ skuMeter: 'UnusedBox:p4d.24xlarge' }, 'A100-40GB x8 8/1'],
    [{ skuMeter: 'UnusedDed:p4d.24xlarge' }, 'A100-40GB x8 8/1'],
    [{ skuMeter: 'HostBoxUsage:p3.8xlarge' }, 'V100-16GB x4 4/1'],
    [{ skuMeter: 'USE1-HostUsage:p3' }, 'host V100-16GB'],
    [{ skuMeter: 'ReservedHostUsage:g4dn' }, 'host T4'],
    [{ skuMeter: 'HostUsage:m5' }, 'none'],
    [{ skuMeter: 'BoxUsage', instanceType: 'g5.xlarge' }, 'A10G x1 1/1'],
    [{ skuMeter: 'SpotUsage', skuDetail: 'p4d.24xlarge Linux/UNIX Spot Instance-hour in US East' }, 'A100-40GB x8 8/1'],
    [{ skuMeter: 'BoxUsage' }, 'none'],
    [{ skuMeter: 'BoxUsage:t4g.xlarge' }, 'none'],
    [{ skuMeter: 'BoxUsage:c6g.4xlarge' }, 'none'],
    [{ skuMeter: 'BoxUsage:m6g.large' }, 'none'],
    [{ skuMeter: 'BoxUsage:r6g.large' }, 'none'],
    [{ skuMeter: 'BoxUsage:f1.2xlarge' }, 'none'],
    [{ skuMeter: 'BoxUsage:f2.6xlarge' }, 'none'],
    [{ skuMeter: 'BoxUsage:vt1.3xlarge' }, 'none'],
    [{ skuMeter: 'BoxUsage:m5.xlarge', gpuCountLabel: 'N/A' }, 'none'],
    [{ skuMeter: 'BoxUsage:p5.24xlarge' }, 'unknown H100-SXM-80GB ?'],
    [{ skuMeter: 'BoxUsage:p5.24xlarge', gpuCountLabel: '4' }, 'H100-SXM-80GB x4 4/1'],
    [{ skuMeter: 'BoxUsage:p9.48xlarge' }, 'unknown ? ?'],
    [{ skuMeter: 'BoxUsage:p9.48xlarge', gpuCountLabel: '8' }, 'unknown ? 8/1'],
    [{ skuMeter: 'BoxUsage:trn3.48xlarge' }, 'unknown ? ?'],
    [{ skuMeter: 'BoxUsage:p6e-gb200.36xlarge' }, 'unknown GB200 ?'],
    [{ skuMeter: 'BoxUsage:u-p6e-gb200x72' }, 'GB200 x72 72/1'],
    [{ skuMeter: 'BoxUsage:u-6tb1.112xlarge' }, 'none'],
  ])
})

describe('AWS charges that are no machine or no usage', () => {
  check({ ...cur, instanceType: 'p4d.24xlarge' }, [
    [{ skuMeter: 'EBSOptimized:p4d.24xlarge' }, 'none'],
    [{ skuMeter: 'CPUCredits:t4g' }, 'none'],
    [{ skuMeter: 'USE1-DataTransfer-Out-Bytes', consumedUnit: 'GB' }, 'none'],
    [{ skuMeter: 'DataTransfer-Regional-Bytes', consumedUnit: 'GB' }, 'none'],
    [{ skuMeter: 'EBS:VolumeUsage.gp3', consumedUnit: 'GB-Mo' }, 'none'],
    [{ skuMeter: 'Reservation:p4d.24xlarge' }, 'none'],
    [{ skuMeter: 'SoftwareUsage:p4d.24xlarge', serviceName: '2wqkpek696qhdeo7lbbjncqli' }, 'none'],
    [{ skuMeter: 'BoxUsage:p4d.24xlarge', serviceName: 'ElasticMapReduce' }, 'none'],
    [{ skuMeter: 'USE1-EKS-EC2-vCPU-Hours', serviceName: 'AmazonEKS', operation: 'EKSPod-EC2' }, 'none'],
    [{ skuMeter: 'BoxUsage:p4d.24xlarge', operation: 'ECSTask-EC2' }, 'none'],
    [{ skuMeter: 'HeavyUsage:p4d.24xlarge', providerChargeType: 'DiscountedUsage' }, 'A100-40GB x8 8/1'],
    [{ skuMeter: 'BoxUsage:p4d.24xlarge', providerChargeType: 'SavingsPlanCoveredUsage' }, 'A100-40GB x8 8/1'],
    [
      { skuMeter: 'HeavyUsage:p4d.24xlarge', providerChargeType: 'RIFee', chargeCategory: 'Purchase' },
      'A100-40GB x8 -',
    ],
    [{ skuMeter: 'HeavyUsage:p4d.24xlarge', providerChargeType: 'RIFee' }, 'A100-40GB x8 -'],
    [{ skuMeter: 'BoxUsage:p4d.24xlarge', providerChargeType: 'SavingsPlanNegation' }, 'A100-40GB x8 -'],
    [
      { skuMeter: 'BoxUsage:p4d.24xlarge', providerChargeType: 'EdpDiscount', chargeCategory: 'Credit' },
      'A100-40GB x8 -',
    ],
    [{ skuMeter: 'BoxUsage:p4d.24xlarge', providerChargeType: 'Credit', chargeCategory: 'Credit' }, 'A100-40GB x8 -'],
    [{ skuMeter: 'ComputeSP:1yrNoUpfront', serviceName: 'ComputeSavingsPlans', instanceType: null }, 'none'],
    [{ skuMeter: 'USE1-EC2SP:p4d.1yrNoUpfront', serviceName: 'ComputeSavingsPlans' }, 'host A100-40GB'],
    [{ skuMeter: 'USE1-EC2SP:m5.1yrNoUpfront', serviceName: 'ComputeSavingsPlans' }, 'none'],
    [{ skuMeter: 'BoxUsage:p4d.24xlarge', consumedUnit: 'Count' }, 'A100-40GB x8 ?'],
  ])
})

describe('AWS SageMaker and Bedrock', () => {
  check({ ...cur, serviceName: 'AmazonSageMaker', operation: 'RunInstance' }, [
    [{ skuMeter: 'USW2-Host:ml.g5.2xlarge' }, 'A10G x1 1/1'],
    [{ skuMeter: 'USE1-Train:ml.p4d.24xlarge' }, 'A100-40GB x8 8/1'],
    [{ skuMeter: 'Notebk:ml.g4dn.xlarge' }, 'T4 x1 1/1'],
    [{ skuMeter: 'USE1-Processing:ml.p3.2xlarge' }, 'V100-16GB x1 1/1'],
    [{ skuMeter: 'USE1-Tsform:ml.g4dn.12xlarge' }, 'T4 x4 4/1'],
    [{ skuMeter: 'USE1-Studio:KernelGateway-ml.g5.xlarge' }, 'A10G x1 1/1'],
    [{ skuMeter: 'USE1-Cluster:ml.p5.48xlarge' }, 'H100-SXM-80GB x8 8/1'],
    [{ skuMeter: 'USE1-Host:ml.m5.large' }, 'none'],
    [{ skuMeter: 'USE1-Host:VolumeUsage.gp2', consumedUnit: 'GB-Mo' }, 'none'],
    [{ skuMeter: 'USE1-Host:ml.p9.48xlarge' }, 'unknown ? ?'],
    [{ skuMeter: 'USE1-NovaPro-input-tokens', serviceName: 'AmazonBedrock', consumedUnit: '1K tokens' }, 'none'],
  ])
})

describe('FOCUS from AWS', () => {
  const focus = { provider: 'aws', serviceName: 'Amazon Elastic Compute Cloud', serviceCategory: 'Compute' }
  check(focus, [
    [{ skuMeter: 'Compute', instanceType: 'p5.48xlarge' }, 'H100-SXM-80GB x8 8/1'],
    [{ skuMeter: 'Compute', instanceType: 'p5.48xlarge', gpuCountLabel: '8' }, 'H100-SXM-80GB x8 8/1'],
    [{ skuMeter: 'Compute', instanceType: 'p5.48xlarge', consumedUnit: 'GPU-Hours' }, 'H100-SXM-80GB x8 1/1'],
    [{ instanceType: 'g6f.large', gpuCountLabel: '1' }, 'L4 x0.125 0.125/1'],
    [{ skuDetail: '$55.04 per On Demand Linux p5.48xlarge Instance Hour' }, 'H100-SXM-80GB x8 8/1'],
    [{ skuDetail: '$1.624 per On Demand Linux g5.4xlarge Instance Hour', resourceType: 'instance' }, 'A10G x1 1/1'],
    [{ skuDetail: '$1.14 per On Demand Linux g3.4xlarge Instance Hour', resourceType: 'instance' }, 'M60 x1 1/1'],
    [{ skuMeter: 'Compute', instanceType: 'm6i.large' }, 'none'],
    [{ skuMeter: 'Storage', serviceCategory: 'Storage', instanceType: 'p5.48xlarge' }, 'none'],
    [{ skuMeter: 'Data Transfer', instanceType: 'p5.48xlarge', consumedUnit: 'GB' }, 'none'],
    [{ skuMeter: 'Commitment', resourceType: 'Reserved Instance', instanceType: 'p5.48xlarge' }, 'H100-SXM-80GB x8 -'],
    [{ chargeCategory: 'Purchase', instanceType: 'p5.48xlarge' }, 'H100-SXM-80GB x8 -'],
    [{ chargeCategory: 'Tax', skuDetail: 'Tax for Amazon Elastic Compute Cloud' }, 'none'],
  ])
})
