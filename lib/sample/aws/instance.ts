import { catalogRow } from '@/lib/catalog/prices.ts'
import type { AwsRow } from '@/lib/sample/aws/columns.ts'
import type { AwsFleet } from '@/lib/sample/aws/fleet.ts'
import { awsAccounts, awsRegions, isAwsAccount, isAwsRegion } from '@/lib/sample/aws/places.ts'
import { accountColumns, tagColumn } from '@/lib/sample/aws/row.ts'
import type { SampleDay } from '@/lib/sample/calendar.ts'
import { hexId } from '@/lib/sample/noise.ts'
import { tagsOf } from '@/lib/sample/world.ts'

type Instance = { columns: AwsRow; usage: string; ondemandText: string; spotText: string }

const known = new Map<string, Instance>()

/** The columns that stay the same for a node from charge to charge. */
export function instanceOf(fleet: AwsFleet, node: number): Instance {
  const key = `${fleet.id} ${node}`
  const hit = known.get(key)
  if (hit) return hit
  const made = makeInstance(fleet, node)
  known.set(key, made)
  return made
}

/** The tag column of a node on a day: the run changes from day to day. */
export function instanceTags(fleet: AwsFleet, node: number, day: SampleDay): AwsRow {
  const tags = tagsOf(fleet.labels, fleet.run?.(day) ?? null)
  if (fleet.name) tags.Name = `${fleet.name}-${String(node + 1).padStart(2, '0')}`
  return tagColumn(tags)
}

function makeInstance(fleet: AwsFleet, node: number): Instance {
  const { account, region, instanceType } = fleet
  if (!isAwsRegion(region) || !isAwsAccount(account)) throw new Error(`no such AWS place: ${account} ${region}`)
  const place = awsRegions[region]
  const hosted = instanceType.startsWith('ml.')
  const catalog = catalogRow('aws', instanceType.replace(/^ml\./, ''))
  const sku = hexId(`aws sku ${instanceType} ${region}`, 16).toUpperCase()
  const market = fleet.pricing === 'spot' ? 'SpotUsage' : 'BoxUsage'
  const usage = hosted ? `${place.prefix}Host:${instanceType}` : `${place.prefix}${market}:${instanceType}`
  const accountId = awsAccounts[account].id
  const resource = hosted
    ? `arn:aws:sagemaker:${region}:${accountId}:endpoint/${fleet.id}`
    : `i-0${hexId(`instance ${fleet.id} ${node}`, 16)}`
  const family = catalog ? (hosted ? 'Machine Learning Instance' : 'GPU instance') : 'General purpose'
  const product = {
    product_name: hosted ? 'Amazon SageMaker' : 'Amazon Elastic Compute Cloud',
    region,
    ...(catalog ? { gpu: catalog.gpuCount, vcpu: catalog.vcpus, memory: `${catalog.memoryGiB} GiB` } : {}),
    tenancy: 'Shared',
    operating_system: 'Linux',
    instance_type: instanceType,
  }
  return {
    usage,
    ondemandText: `${instanceType} Linux instance-hour in ${place.location}`,
    spotText: `${instanceType} Linux/UNIX Spot Instance-hour in ${place.location}`,
    columns: {
      ...accountColumns(account),
      line_item_availability_zone: hosted ? '' : `${region}${'abc'[node % 3]}`,
      line_item_operation: hosted ? 'RunInstance' : 'RunInstances',
      line_item_product_code: hosted ? 'AmazonSageMaker' : 'AmazonEC2',
      line_item_resource_id: resource,
      line_item_usage_type: usage,
      pricing_unit: 'Hrs',
      product: JSON.stringify(product),
      product_instance_family: family,
      product_instance_type: instanceType,
      product_location: place.location,
      product_location_type: 'AWS Region',
      product_operation: hosted ? 'RunInstance' : 'RunInstances',
      product_product_family: hosted ? 'ML Instance' : 'Compute Instance',
      product_region_code: region,
      product_servicecode: hosted ? 'AmazonSageMaker' : 'AmazonEC2',
      product_sku: sku,
      product_usagetype: usage,
    },
  }
}
