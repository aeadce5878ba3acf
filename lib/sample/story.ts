import type { Run } from '@/lib/sample/activity.ts'

/** The assistant launches: inference doubles from here on. */
export const launchAgo = 11
/** Half of the g6e savings plan is unused from `start` to `end` days ago, both included: 92 days, up to the launch. */
export const halfUsedPlan = { start: launchAgo + 92, end: launchAgo + 1 }
/** The first day of the lower p5.48xlarge on-demand rate. */
export const rateCutAgo = 120
/** The day spot capacity was lost and the batch ran on on-demand nodes. */
export const spikeAgo = 8
/** image-captioning ends: this is the first of the days on which its reserved node has nothing to do. */
export const captioningEndedAgo = 62
/** The first day of the notebook fleet. */
export const notebooksAgo = 200
/** The first day on which the untagged account runs its node around the clock. */
export const sandboxBusyAgo = 37

export const pretrainRuns: readonly Run[] = [
  { run: 'atlas-r25', start: 375, end: 343 },
  { run: 'atlas-r26', start: 312, end: 273 },
  { run: 'atlas-r27', start: 228, end: 180 },
  { run: 'atlas-r28', start: 137, end: 98 },
  { run: 'atlas-r29', start: 80, end: 65 },
  { run: 'atlas-r30', start: 50, end: 40 },
  { run: 'atlas-r31', start: 17, end: 0 },
]

export const posttrainRuns: readonly Run[] = [
  { run: 'sft-041', start: 335, end: 318 },
  { run: 'sft-042', start: 262, end: 241 },
  { run: 'dpo-017', start: 233, end: 214 },
  { run: 'sft-043', start: 176, end: 150 },
  { run: 'dpo-018', start: 148, end: 120 },
  { run: 'sft-044', start: 96, end: 70 },
  { run: 'dpo-019', start: 62, end: 36 },
  { run: 'grpo-003', start: 30, end: 4 },
]

export const longContextRuns: readonly Run[] = [
  { run: 'longctx-01', start: 205, end: 197 },
  { run: 'longctx-02', start: 91, end: 84 },
  { run: 'longctx-03', start: 33, end: 26 },
]

export const rerankerRuns: readonly Run[] = [
  { run: 'rerank-ft-08', start: 350, end: 341 },
  { run: 'rerank-ft-09', start: 251, end: 243 },
  { run: 'rerank-ft-10', start: 160, end: 149 },
  { run: 'rerank-ft-11', start: 58, end: 48 },
]

export const voiceRuns: readonly Run[] = [
  { run: 'voices-ft-05', start: 300, end: 286 },
  { run: 'voices-ft-06', start: 190, end: 174 },
  { run: 'voices-ft-07', start: 74, end: 60 },
]
