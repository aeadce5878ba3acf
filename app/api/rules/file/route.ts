import { z } from 'zod'
import { rulesOfFile } from '@/lib/attribution/checked-rules.ts'
import { readRules } from '@/lib/attribution/rule-versions.ts'
import { MAX_RULE_FILE, writeRuleFile } from '@/lib/attribution/rule-yaml.ts'
import { route } from '@/lib/http/route.ts'

/** The rules that hold, as YAML to download. */
export const GET = route({
  permission: 'rules:read',
  run: async ({ scope }) => {
    const { rules, version } = await readRules(scope)
    return new Response(writeRuleFile(rules), {
      headers: {
        'Content-Type': 'application/yaml; charset=utf-8',
        'Content-Disposition': `attachment; filename="rules-${version}.yaml"`,
        'Cache-Control': 'no-store',
      },
    })
  },
})

/** Reads a YAML file into a draft; saves nothing. */
export const POST = route({
  permission: 'rules:write',
  body: z.object({ text: z.string().max(MAX_RULE_FILE) }),
  run: async ({ body }) => ({ rules: rulesOfFile(body.text) }),
})
