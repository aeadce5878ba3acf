import { catalogMachine, catalogOnDemand, catalogSpot } from '@/lib/sample/catalog-rates.ts'
import type { Decimal } from '@/lib/sample/decimal.ts'
import { decimal, dividedBy, minus, times } from '@/lib/sample/decimal.ts'

/** One component of a machine: GPUs, cores or memory, each its own SKU. */
export type Component = {
  kind: 'gpu' | 'core' | 'ram'
  sku: string
  /** Units in one machine: GPUs, cores or GiB. */
  units: string
  /** USD per unit and hour. */
  rate: Decimal
}

type Family = { label: string; gpu: string | null; core: string; ram: string }

/** Core and memory list prices an hour; the GPU's price is what is left of the machine's. */
const families: Record<string, Family> = {
  'a2-highgpu': { label: 'A2', gpu: 'Nvidia Tesla A100 GPU', core: '0.031611', ram: '0.004237' },
  'a2-ultragpu': { label: 'A2', gpu: 'Nvidia Tesla A100 80GB GPU', core: '0.031611', ram: '0.004237' },
  'a3-highgpu': { label: 'A3', gpu: 'Nvidia H100 80GB GPU', core: '0.0293', ram: '0.00255' },
  'g2-standard': { label: 'G2', gpu: 'Nvidia L4 GPU', core: '0.024988', ram: '0.002927' },
  'n2-standard': { label: 'N2', gpu: null, core: '0.031611', ram: '0.004237' },
}

const spotShare = decimal('0.4')
const committedShare = decimal('0.63')

export type GcpPricing = 'on-demand' | 'spot' | 'committed'

function familyOf(machineType: string): Family {
  const family = families[machineType.split('-').slice(0, 2).join('-')]
  if (!family) throw new Error(`no such machine family: ${machineType}`)
  return family
}

/** The SKUs that a machine is billed by; a committed machine is billed at list, and its credits take it off again. */
export function componentsOf(machineType: string, pricing: GcpPricing, place: string): Component[] {
  const family = familyOf(machineType)
  const spot = pricing === 'spot'
  const rate = (text: string) => (spot ? times(decimal(text), spotShare) : decimal(text))
  const core = rate(family.core)
  const ram = rate(family.ram)
  const prefix = spot ? 'Spot Preemptible ' : ''
  const machineParts = (cores: string, memory: string): Component[] => [
    { kind: 'core', sku: `${prefix}${family.label} Instance Core running in ${place}`, units: cores, rate: core },
    { kind: 'ram', sku: `${prefix}${family.label} Instance Ram running in ${place}`, units: memory, rate: ram },
  ]
  if (!family.gpu) {
    const cores = machineType.split('-')[2] ?? '0'
    return machineParts(cores, String(Number(cores) * 4))
  }
  const row = catalogMachine('gcp', machineType)
  const cores = row.vcpus ?? '0'
  const memory = row.memoryGiB ?? '0'
  const whole = spot ? catalogSpot('gcp', machineType) : catalogOnDemand('gcp', machineType)
  const rest = minus(minus(whole, times(decimal(cores), core)), times(decimal(memory), ram))
  const attached = spot ? ' attached to Spot Preemptible VMs' : ''
  const gpu: Component = {
    kind: 'gpu',
    sku: `${family.gpu}${attached} running in ${place}`,
    units: row.gpuCount,
    rate: dividedBy(rest, Number(row.gpuCount)),
  }
  return [gpu, ...machineParts(cores, memory)]
}

/** The one-year commitment for a component: 37% off, charged whether it is used or not. */
export function commitmentFor(component: Component): Component {
  const text = component.sku.replace(' running in ', ' in ')
  return { ...component, sku: `Commitment v1: ${text} for 1 Year`, rate: times(component.rate, committedShare) }
}
