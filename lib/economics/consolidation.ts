/** A workload as parts of one GPU, 0 to 1. */
export type Load = { memory: number; compute: number }

/** How many GPUs hold the loads by first-fit-decreasing on memory, with so much of memory and compute of each GPU to be used. */
export function gpusNeeded(loads: readonly Load[], most: Load): number {
  const bins: Load[] = []
  for (const load of [...loads].sort((a, b) => b.memory - a.memory || b.compute - a.compute)) {
    const bin = bins.find(
      (one) => one.memory + load.memory <= most.memory && one.compute + load.compute <= most.compute,
    )
    if (bin) {
      bin.memory += load.memory
      bin.compute += load.compute
    } else bins.push({ ...load })
  }
  return bins.length
}
