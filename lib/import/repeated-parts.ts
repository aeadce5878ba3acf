import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Refusal } from './refusal.ts'
import type { Source } from './source.ts'

/** Throws Refusal when two parts hold the same bytes: their rows would count twice. Parts without rows may be alike. */
export async function refuseRepeatedParts(sources: readonly Source[], rowsPerSource: readonly number[]): Promise<void> {
  const filled = sources.filter((_, n) => (rowsPerSource[n] ?? 0) > 0)
  const seen = new Map<string, Source>()
  for (const source of filled) {
    const { bytes, name, path } = source.part
    if (filled.filter((other) => other.part.bytes === bytes).length === 1) continue
    const hash = await hashOf(path)
    const first = seen.get(hash)
    if (first) {
      throw new Refusal({
        code: 'repeated_part',
        message: `${name} holds the same bytes as ${first.part.name}: its rows would count twice.`,
        file: name,
        whatToDo: 'Upload each part of the export once.',
      })
    }
    seen.set(hash, source)
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
