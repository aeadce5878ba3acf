import type { SampleDay } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { WatchedFleet } from '@/lib/sample/usage/machines.ts'
import type { Span } from '@/lib/sample/usage/running-time.ts'

/** Nodes that one team trains on with one kind of job. */
export type Partition = {
  cluster: string
  partition: string
  team: string
  model: string
  gpuType: string
  fleets: readonly WatchedFleet[]
  /** The training run that is on; null while the nodes are there for small experiments. */
  run: (day: SampleDay) => string | null
}

export type JobState = 'COMPLETED' | 'FAILED' | 'NODE_FAIL' | 'TIMEOUT' | 'RUNNING'

export type Job = Span & {
  at: Partition
  name: string
  person: string
  state: JobState
  hosts: readonly string[]
  gpus: number
}

const people = ['mlindqvist', 'osantos', 'hkimura', 'tadeyemi', 'rnovak'] as const

/** Whose job it is: the same person for the same text. */
export function personFor(key: string, ctx: SampleContext): string {
  return people[Math.floor(ctx.noise(`person ${key}`) * people.length)] ?? people[0]
}
