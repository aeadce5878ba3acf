import { writeFile } from 'node:fs/promises'
import type { SampleContext } from '@/lib/sample/context.ts'
import { clockText } from '@/lib/sample/usage/running-time.ts'
import type { Job } from '@/lib/sample/usage/training-job.ts'
import { trainingJobs } from '@/lib/sample/usage/training-jobs.ts'

const columns = [
  'JobID',
  'JobName',
  'User',
  'Account',
  'Cluster',
  'Partition',
  'QOS',
  'State',
  'ExitCode',
  'Submit',
  'Start',
  'End',
  'ElapsedRaw',
  'NNodes',
  'AllocTRES',
  'NodeList',
  'Comment',
] as const

const exitCodes = { COMPLETED: '0:0', RUNNING: '0:0', TIMEOUT: '0:0', FAILED: '1:0', NODE_FAIL: '0:1' } as const

/** `burst-[1-2],i-0abc`: nodes that differ in their last number stand in brackets. */
export function nodeList(hosts: readonly string[]): string {
  const groups = new Map<string, string[]>()
  for (const host of hosts) {
    const [, stem, number] = /^(?!i-0)(.*-)(\d+)$/.exec(host) ?? []
    const key = stem && number ? stem : host
    groups.set(key, [...(groups.get(key) ?? []), number ?? ''])
  }
  const texts = [...groups].map(([stem, numbers]) => {
    if (numbers.length > 1) return `${stem}[${numbers.join(',')}]`
    return `${stem}${numbers[0] ?? ''}`
  })
  return texts.join(',')
}

function line(job: Job, id: number): string {
  const { at, hosts, gpus, from, to } = job
  const row: Record<(typeof columns)[number], string> = {
    JobID: String(id),
    JobName: job.name,
    User: job.person,
    Account: at.team,
    Cluster: at.cluster,
    Partition: at.partition,
    QOS: 'normal',
    State: job.state,
    ExitCode: exitCodes[job.state],
    Submit: clockText(from - 600),
    Start: clockText(from),
    End: job.state === 'RUNNING' ? 'Unknown' : clockText(to),
    ElapsedRaw: String(to - from),
    NNodes: String(hosts.length),
    AllocTRES: `billing=${gpus * 12},cpu=${gpus * 12},gres/gpu:${at.gpuType}=${gpus},gres/gpu=${gpus},node=${hosts.length}`,
    NodeList: nodeList(hosts),
    Comment: `model=${at.model}`,
  }
  return columns.map((column) => row[column]).join('|')
}

/** Writes the jobs of all clusters as `sacct -L -X -P` prints them, times in UTC. Returns the number of jobs. */
export async function writeSlurm(path: string, ctx: SampleContext): Promise<number> {
  const jobs = trainingJobs(ctx).sort((a, b) => a.from - b.from)
  const lines = jobs.map((job, index) => line(job, 40_211 + index))
  await writeFile(path, `${[columns.join('|'), ...lines].join('\n')}\n`)
  return jobs.length
}
