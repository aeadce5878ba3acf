import type { Metadata } from 'next'
import { listRuleVersions, readRules } from '@/lib/attribution/rule-versions.ts'
import { readTagKeys } from '@/lib/attribution/settings.ts'
import type { RuleSuggestion } from '@/lib/attribution/suggest-rule.ts'
import { readSuggestion } from '@/lib/attribution/suggest-rule.ts'
import { may } from '@/lib/auth/permissions.ts'
import { requireScope } from '@/lib/auth/session.ts'
import { AppError } from '@/lib/core/errors.ts'
import { ruleDimensions } from '@/lib/core/rule-words.ts'
import type { SearchParams } from '../page-data.ts'
import { RulesView } from './view.tsx'

export const metadata: Metadata = { title: 'Rules' }

export default async function RulesPage({ searchParams }: { searchParams: SearchParams }) {
  const scope = await requireScope('rules:read')
  const [current, versions, tagKeys] = await Promise.all([readRules(scope), listRuleVersions(scope), readTagKeys()])
  const mayChange = may(scope.role, 'rules:write')
  const suggestion = mayChange ? await suggested(await searchParams) : null
  // Saving makes a version: the key has the draft start again from what is stored.
  return <RulesView key={current.version} {...{ current, versions, tagKeys, mayChange, suggestion }} />
}

/** What would catch the meter that the address names and its likes; null where it names none, or one that is not unknown any more. */
async function suggested(given: Awaited<SearchParams>): Promise<RuleSuggestion | null> {
  const dimension = ruleDimensions.find((key) => key === given.dimension)
  if (!dimension || typeof given.meter !== 'string' || !/^[0-9a-f-]{36}$/.test(given.meter)) return null
  try {
    return await readSuggestion(given.meter, dimension)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  }
}
