import { environmentTagKeys, modelTagKeys, projectTagKeys, teamTagKeys } from '@/lib/catalog/tag-keys.ts'
import type { SqlRunner } from '@/lib/db/sql-runner.ts'
import type { AttributionSettings, Classification, TagKeys } from './attribute.ts'
import { compileRules } from './match-rule.ts'
import type { AllocationRule } from './rule.ts'

/** The settings by which meters are attributed: what the admins set, else the defaults of the catalogue. */
export async function loadAttribution(run: SqlRunner): Promise<AttributionSettings> {
  const [stored] = await run(`SELECT value FROM setting WHERE key = 'tag-keys'`)
  const [newest] = await run(`SELECT rules FROM rule_version ORDER BY id DESC LIMIT 1`)
  const classifications = await run(
    `SELECT provider, evidence, gpu_class AS "gpuClass", gpu_count::text AS "gpuCount" FROM gpu_classification`,
  )
  const defaults: TagKeys = {
    team: teamTagKeys,
    project: projectTagKeys,
    model: modelTagKeys,
    environment: environmentTagKeys,
  }
  return {
    rules: compileRules((newest?.rules as AllocationRule[] | undefined) ?? []),
    tagKeys: (stored?.value as TagKeys | undefined) ?? defaults,
    classifications: classifications as unknown as Classification[],
  }
}
