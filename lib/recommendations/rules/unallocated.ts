import type { Parameter } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { money, percent } from '../wording.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'part',
    label: 'Part of all GPU cost from',
    unit: 'share',
    default: 0.1,
    min: 0,
    max: 1,
    source: 'FinOps Foundation samples: over 90% allocated is "run"',
  },
  {
    id: 'amount',
    label: 'Or a month more than',
    unit: 'amount',
    default: 1000,
    min: 0,
    max: 10_000_000,
    source: 'chosen for this product',
  },
]

/** R18: GPU spend without a team, by account. A signal: to know the owner saves nothing by itself. */
export const unallocated: Rule = {
  id: 'unallocated',
  number: 'R18',
  title: 'Unallocated GPU spend',
  lever: 'allocation',
  parameters,
  find(facts, values) {
    const large = facts.unowned.filter(({ cost, currency }) => {
      const all = Number(facts.totals.find((total) => total.currency === currency)?.gpuCost ?? 0)
      return Number(cost) > values('amount') || (all > 0 && Number(cost) > values('part') * all)
    })
    return {
      drafts: large.map(({ key, provider, accountId, currency, cost, total, items }) => ({
        subject: { kind: 'account' as const, id: `${provider}|${accountId}`, name: accountId },
        step: 'terminate' as const,
        grade: 'D' as const,
        gradeReason: 'nothing is saved by knowing the owner; what to do about it can be decided then',
        claims: [],
        sentence: `${money(cost, currency)} of GPU spend in account ${accountId} has no team: give it a rule or tags.`,
        calculation: [
          { label: 'GPU cost of the account', formula: 'billed', value: money(total, currency) },
          { label: 'Without a team', formula: 'billed', value: money(cost, currency) },
          { label: 'Part', formula: 'without / all', value: percent(Number(cost) / Math.max(1e-9, Number(total))) },
        ],
        evidence: [
          { label: 'Account', value: accountId, note: provider, link: { to: 'account' as const, id: accountId } },
          ...items.slice(0, 10).flatMap((item) => {
            const found = facts.items[item]
            const meter = found?.meters[0]
            return found
              ? [
                  {
                    label: found.name,
                    value: money(found.cost, currency),
                    ...(meter ? { link: { to: 'meter' as const, id: meter } } : {}),
                  },
                ]
              : []
          }),
        ],
        assumptions: [],
        risks: ['The account is shared: then a rule that splits it fits better than one team.'],
        actions: ['Ask who pays for the account', 'Write an allocation rule for it, or tag what runs there'],
        effort: 'low' as const,
        oneTimeCost: '0',
        uses: { unowned: [key] },
        measuredBy: 'items' as const,
        size: { amount: cost, currency },
      })),
      missing: [],
    }
  },
}
