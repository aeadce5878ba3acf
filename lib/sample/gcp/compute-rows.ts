import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, negated, rounded, times, toText } from '@/lib/sample/decimal.ts'
import { isHourly, nodeDays, slotsOf } from '@/lib/sample/fleet.ts'
import type { GcpLine, GcpRow } from '@/lib/sample/gcp/columns.ts'
import type { GcpFleet } from '@/lib/sample/gcp/fleets.ts'
import { committedMachine, committedNodes } from '@/lib/sample/gcp/fleets.ts'
import type { Component } from '@/lib/sample/gcp/machines.ts'
import { commitmentFor, componentsOf } from '@/lib/sample/gcp/machines.ts'
import { gcpServices } from '@/lib/sample/gcp/metered-services.ts'
import { gcpBillingAccount, gcpProjects, gcpRegions, isGcpProject, isGcpRegion } from '@/lib/sample/gcp/places.ts'
import type { Credit } from '@/lib/sample/gcp/row.ts'
import {
  creditsJson,
  labelsJson,
  placeColumns,
  priceColumns,
  projectColumns,
  skuId,
  systemLabels,
  windowColumns,
} from '@/lib/sample/gcp/row.ts'
import { tagsOf } from '@/lib/sample/world.ts'

const secondsPerHour = decimal('3600')
const bytesPerGib = decimal('1073741824')
const sustainedShare = decimal('-0.2')

/** Hours of one component: its pricing unit, and the raw unit (seconds, or byte-seconds) that usage.amount counts. */
function quantityColumns(
  component: Component,
  hours: Decimal,
): { quantity: Decimal; raw: string; unit: string; pricingUnit: string } {
  const quantity = times(hours, decimal(component.units))
  const seconds = times(quantity, secondsPerHour)
  if (component.kind !== 'ram') return { quantity, raw: toText(seconds), unit: 'seconds', pricingUnit: 'hour' }
  return { quantity, raw: toText(times(seconds, bytesPerGib)), unit: 'byte-seconds', pricingUnit: 'gibibyte hour' }
}

function creditsOf(fleet: GcpFleet, component: Component, cost: Decimal): Credit[] {
  if (fleet.pricing === 'committed') {
    const name = component.kind === 'gpu' ? 'Committed Usage Discount: GPU' : 'Committed Usage Discount: CPU and RAM'
    return [{ name, fullName: name, type: 'COMMITTED_USAGE_DISCOUNT', amount: negated(cost) }]
  }
  if (!fleet.instanceType.startsWith('n2-')) return []
  const amount = rounded(times(cost, sustainedShare), 10)
  return [
    {
      name: 'Sustained Usage Discount',
      fullName: 'Sustained Usage Discount',
      type: 'SUSTAINED_USAGE_DISCOUNT',
      amount,
    },
  ]
}

/** The rows of a fleet's machines on a day: one for each component and charge period. */
export function* fleetRows(fleet: GcpFleet, day: SampleDay, ctx: SampleContext): Generator<GcpLine> {
  const { account, region } = fleet
  if (!isGcpProject(account) || !isGcpRegion(region)) throw new Error(`no such place: ${account} ${region}`)
  const components = componentsOf(fleet.instanceType, fleet.pricing, gcpRegions[region].place)
  const fixed: GcpRow = {
    ...projectColumns(account),
    ...placeColumns(region, true),
    'service.id': gcpServices.compute.id,
    'service.description': gcpServices.compute.name,
    labels: labelsJson(tagsOf(fleet.labels, fleet.run?.(day) ?? null)),
    system_labels: systemLabels(fleet.instanceType),
  }
  for (const { node, steps } of nodeDays(fleet, day, ctx.noise)) {
    const name = `${fleet.id}-${node + 1}`
    const global = `//compute.googleapis.com/projects/${gcpProjects[account].id}/zones/${gcpRegions[region].zone}/instances/${name}`
    for (const { hour, hours } of slotsOf(steps, isHourly(fleet, node, day, ctx.scale, ctx.noise))) {
      for (const component of components) {
        const { quantity, raw, unit, pricingUnit } = quantityColumns(component, hours)
        const row = {
          ...windowColumns(day.date, day.next, hour),
          ...priceColumns(quantity, component.rate, pricingUnit),
          'sku.id': skuId('compute', component.sku),
          'sku.description': component.sku,
          'usage.amount': raw,
          'usage.unit': unit,
          credits: creditsJson(creditsOf(fleet, component, times(quantity, component.rate))),
          'resource.name': name,
          'resource.global_name': global,
        }
        yield [fixed, row]
      }
    }
  }
}

/** What the committed use contract costs a day, whether its machines run or not. */
export function* commitmentRows(day: SampleDay): Generator<GcpRow> {
  const { instanceType, region } = committedMachine
  const hours = decimal(String(24 * committedNodes))
  for (const listed of componentsOf(instanceType, 'committed', gcpRegions[region].place)) {
    const component = commitmentFor(listed)
    const { quantity, raw, unit, pricingUnit } = quantityColumns(component, hours)
    yield {
      ...projectColumns('search'),
      ...placeColumns(region, false),
      ...windowColumns(day.date, day.next, null),
      ...priceColumns(quantity, component.rate, pricingUnit),
      'service.id': gcpServices.compute.id,
      'service.description': gcpServices.compute.name,
      'sku.id': skuId('compute', component.sku),
      'sku.description': component.sku,
      'usage.amount': raw,
      'usage.unit': unit,
      labels: labelsJson(tagsOf({ project: 'semantic-search', environment: 'prod' }, null)),
      system_labels: '[]',
      credits: '[]',
      'resource.name': 'search-l4-1y',
      'resource.global_name': `//compute.googleapis.com/projects/${gcpProjects.search.id}/regions/${region}/commitments/search-l4-1y`,
    }
  }
}

/** The tax of a month, which has no project. */
export function taxRow(date: string, next: string, taxed: Decimal): GcpRow {
  const cost = rounded(times(taxed, decimal('0.06')), 2)
  return {
    ...windowColumns(date, next, null),
    billing_account_id: gcpBillingAccount,
    'service.description': 'Invoice',
    'sku.description': 'Tax - sales tax on taxable services',
    labels: '[]',
    system_labels: '[]',
    'project.labels': '[]',
    credits: '[]',
    tags: '[]',
    cost: toText(cost),
    cost_at_list: toText(cost),
    currency: 'USD',
    currency_conversion_rate: '1',
    cost_type: 'tax',
  }
}
