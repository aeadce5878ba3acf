import type { RecognisedJob } from './file-kind.ts'
import type { FormatPlan } from './format.ts'
import type { FilesRead } from './read-files.ts'

/** A bill that was read and is about to be stored. */
export type Ready = RecognisedJob & { plans: FormatPlan[]; read: FilesRead }
