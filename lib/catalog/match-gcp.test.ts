import { describe } from 'vitest'
import { checkGpuTable as check } from '@/lib/catalog/gpu-table-check.ts'

const gcp = { provider: 'gcp', serviceName: 'Compute Engine', providerChargeType: 'regular', consumedUnit: 'seconds' }

describe('Google Cloud', () => {
  check(gcp, [
    [{ skuMeter: 'Nvidia Tesla K80 GPU running in Americas' }, 'K80 x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla P4 GPU running in Americas' }, 'P4 x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla P100 GPU running in Iowa' }, 'P100 x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla T4 GPU running in Hong Kong' }, 'T4 x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla V100 GPU running in us-central1' }, 'V100-16GB x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla A100 GPU running in Americas' }, 'A100-40GB x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla A100 80GB GPU running in Americas' }, 'A100-80GB x1 1/3600'],
    [{ skuMeter: 'Nvidia L4 GPU running in Americas' }, 'L4 x1 1/3600'],
    [{ skuMeter: 'Nvidia H100 80GB GPU running in Americas' }, 'H100-SXM-80GB x1 1/3600'],
    [{ skuMeter: 'Nvidia H100 80GB Plus GPU running in Americas' }, 'H100-SXM-80GB x1 1/3600'],
    [{ skuMeter: 'Reserved Nvidia H100 80GB Mega GPU in Americas' }, 'H100-SXM-80GB x1 1/3600'],
    [{ skuMeter: 'H200 141GB GPU running in Americas' }, 'H200 x1 1/3600'],
    [{ skuMeter: 'A4 Nvidia B200 (1 gpu slice) running in Americas' }, 'B200 x1 1/3600'],
    [{ skuMeter: 'RTX 6000 96GB running in Americas' }, 'RTX-PRO-6000 x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla T4 GPU attached to Spot Preemptible VMs running in Americas' }, 'T4 x1 1/3600'],
    [{ skuMeter: 'Nvidia L4 GPU attached to Spot VMs in Iowa' }, 'L4 x1 1/3600'],
    [{ skuMeter: 'H200 141GB GPU attached to DWS Defined Duration VMs running in Iowa' }, 'H200 x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla A100 GPU running in Americas', instanceType: 'a2-highgpu-8g' }, 'A100-40GB x1 1/3600'],
    [{ skuMeter: 'Nvidia Tesla A100 GPU running in Americas', gpuCountLabel: '8' }, 'A100-40GB x1 1/3600'],
    [{ skuMeter: 'Nvidia L4 GPU running in Americas', consumedUnit: 'hour' }, 'L4 x1 1/1'],
    [{ skuMeter: 'Commitment v1: Nvidia Tesla A100 GPU running in Americas for 1 Year' }, 'A100-40GB x1 -'],
    [{ skuMeter: 'Commitment v1: A2 Cpu in Americas for 1 Year' }, 'host ?'],
    [
      { skuMeter: 'Nvidia L4 GPU running in Americas', providerChargeType: 'adjustment', chargeCategory: 'Adjustment' },
      'L4 x1 -',
    ],
    [{ skuMeter: 'Nvidia X900 GPU running in Americas' }, 'unknown ? 1/3600'],
    [{ skuMeter: 'A2 Instance Core running in Americas' }, 'host ?'],
    [{ skuMeter: 'A2 Instance Core running in Americas', instanceType: 'a2-ultragpu-8g' }, 'host A100-80GB'],
    [{ skuMeter: 'G2 Instance Ram running in Iowa', consumedUnit: 'byte-seconds' }, 'host L4'],
    [{ skuMeter: 'Spot Preemptible A3 Instance Ram running in Americas', consumedUnit: 'byte-seconds' }, 'host ?'],
    [{ skuMeter: 'A3Plus Instance Core running in Americas' }, 'host H100-SXM-80GB'],
    [{ skuMeter: 'A4 Instance Core running in Americas' }, 'host B200'],
    [{ skuMeter: 'G4 Instance Core running in Americas' }, 'host RTX-PRO-6000'],
    [{ skuMeter: 'N1 Predefined Instance Core running in Americas' }, 'none'],
    [{ skuMeter: 'E2 Instance Core running in Americas' }, 'none'],
    [
      {
        skuMeter: 'Network Internet Egress from Americas to EMEA',
        instanceType: 'a2-highgpu-1g',
        consumedUnit: 'bytes',
      },
      'none',
    ],
    [{ skuMeter: 'SSD backed Local Storage attached to A2 GPU VMs', consumedUnit: 'byte-seconds' }, 'none'],
    [{ skuMeter: 'Licensing Fee for NVIDIA RTX on Tesla T4 GPU running in Americas' }, 'none'],
    [
      { serviceName: 'Vertex AI', skuMeter: 'Vertex AI: Online/Batch Prediction Nvidia A100 80gb GPU running in Iowa' },
      'A100-80GB x1 1/3600',
    ],
    [
      { serviceName: 'Vertex AI', skuMeter: 'Vertex AI: Online/Batch Prediction A2 Instance Core running in Iowa' },
      'host ?',
    ],
    [
      { serviceName: 'Vertex AI', skuMeter: 'Gemini 2.5 Flash GA Text Input - Predictions', consumedUnit: 'count' },
      'none',
    ],
    [{ skuMeter: 'Tpu-v5p in Americas' }, 'TPU-v5p x1 1/3600'],
    [{ skuMeter: 'TpuV5e running in Americas', consumedUnit: 'chip-hours' }, 'TPU-v5e x1 1/1'],
    [{ skuMeter: 'Cloud TPU v2-8 in Americas', consumedUnit: 'hour' }, 'TPU-v2 x4 4/1'],
    [{ skuMeter: 'Cloud TPU v5p-8 in Americas', consumedUnit: 'hour' }, 'TPU-v5p x4 4/1'],
    [{ skuMeter: 'Cloud TPU v6e-8 in Americas', consumedUnit: 'hour' }, 'TPU-v6e x8 8/1'],
    [{ skuMeter: 'TPU v5 Lite in Americas' }, 'TPU-v5e x1 1/3600'],
    [{ skuMeter: 'Trillium TPU in Americas' }, 'TPU-v6e x1 1/3600'],
    [{ skuMeter: 'TPU v5 in Americas' }, 'unknown ? 1/3600'],
    [{ skuMeter: 'Tpu in Americas' }, 'unknown ? 1/3600'],
  ])
})

describe('FOCUS from Google Cloud', () => {
  check({ provider: 'gcp', serviceName: 'Compute Engine', serviceCategory: 'Compute' }, [
    [{ skuMeter: 'Compute', skuDetail: 'Nvidia L4 GPU running in Americas' }, 'L4 x1 1/1'],
    [
      { skuMeter: 'Compute', skuDetail: 'a3-highgpu-8g running', instanceType: 'a3-highgpu-8g' },
      'H100-SXM-80GB x8 8/1',
    ],
    [{ skuMeter: 'Compute', skuDetail: 'e2-standard-4 running', instanceType: 'e2-standard-4' }, 'none'],
    [{ instanceType: 'a4x-highgpu-4g' }, 'unknown ? ?'],
    [{ instanceType: 'a4x-highgpu-4g', gpuCountLabel: '4' }, 'unknown ? 4/1'],
    [{ skuMeter: 'Commitment', skuDetail: 'Compute Engine committed usage', instanceType: 'a2-highgpu-1g' }, 'none'],
  ])
})
