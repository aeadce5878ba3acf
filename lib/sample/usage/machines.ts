import { awsFleets } from '@/lib/sample/aws/fleets.ts'
import { instanceOf } from '@/lib/sample/aws/instance.ts'
import { azureFleets } from '@/lib/sample/azure/fleets.ts'
import type { Fleet } from '@/lib/sample/fleet.ts'
import { gcpFleets } from '@/lib/sample/gcp/fleets.ts'
import { nebiusFleets } from '@/lib/sample/nebius/fleets.ts'

/** A fleet that telemetry watches. */
export type WatchedFleet = {
  fleet: Fleet<string>
  /** GPUs of one node. */
  gpus: number
  /** What the telemetry calls a node: its id on AWS, elsewhere the name that the bill has too. */
  host: (node: number) => string
}

function fleetWith<F extends { id: string }>(fleets: readonly F[], id: string): F {
  const fleet = fleets.find((candidate) => candidate.id === id)
  if (!fleet) throw new Error(`no fleet ${id}`)
  return fleet
}

/** A fleet on the AWS bills, by its id in the sample. */
export function onAws(id: string, gpus: number): WatchedFleet {
  const fleet = fleetWith(awsFleets, id)
  return { fleet, gpus, host: (node) => instanceOf(fleet, node).columns.line_item_resource_id ?? '' }
}

const named = (fleet: Fleet<string>, gpus: number): WatchedFleet => ({
  fleet,
  gpus,
  host: (node) => `${fleet.id}-${node + 1}`,
})

/** A fleet on the Nebius bills. */
export const onNebius = (id: string, gpus: number): WatchedFleet => named(fleetWith(nebiusFleets, id), gpus)

/** A fleet on the Google Cloud bills. */
export const onGcp = (id: string, gpus: number): WatchedFleet => named(fleetWith(gcpFleets, id), gpus)

/** A fleet on the Azure bills. */
export const onAzure = (id: string, gpus: number): WatchedFleet => named(fleetWith(azureFleets, id), gpus)
