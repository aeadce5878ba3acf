import type { Client } from 'pg'
import type { Duck } from './duck.ts'
import type { Permissions } from './permissions.ts'
import type { FilesRead } from './read-files.ts'
import type { Recognised } from './recognise.ts'
import type { FileSource } from './source.ts'

/** An import that was read and is about to be stored. */
export type Ready = {
  importId: number
  answers: Record<string, string>
  permissions: Permissions
  client: Client
  duck: Duck
  sources: FileSource[]
  recognised: Recognised
  read: FilesRead
  workDir: string
}
