import { addDays } from '@/lib/core/period.ts'
import type { Commitment, Facts } from '../facts/facts.ts'
import type { Draft } from '../finding.ts'
import type { Parameter, Values } from '../parameter.ts'
import type { Rule } from '../rule.ts'
import { money, percent } from '../wording.ts'

const parameters: readonly Parameter[] = [
  {
    id: 'use',
    label: 'Used for less than',
    unit: 'share',
    default: 0.95,
    min: 0.1,
    max: 1,
    source: 'FinOps practice: commitment waste',
  },
  {
    id: 'unused',
    label: 'Or unused for more than',
    unit: 'amount',
    default: 200,
    min: 0,
    max: 1_000_000,
    source: 'chosen for this product',
  },
  {
    id: 'ramp-days',
    label: 'Days after a purchase that are left alone',
    unit: 'days',
    default: 30,
    min: 0,
    max: 90,
    source: 'chosen for this product',
  },
]

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** R6: a commitment that pays for more than runs. */
export const commitmentUnused: Rule = {
  id: 'commitment-unused',
  number: 'R6',
  title: 'Commitment under-used',
  lever: 'pricing',
  parameters,
  find(facts, values) {
    return { drafts: facts.commitments.flatMap((commitment) => draftOf(commitment, facts, values)), missing: [] }
  },
}

function draftOf(commitment: Commitment, facts: Facts, values: Values): Draft[] {
  const [used, unused] = [Number(commitment.used), Number(commitment.unused)]
  const use = used + unused > 0 ? used / (used + unused) : 1
  const isNew = commitment.firstDay > addDays(facts.asOf, -values('ramp-days'))
  if (unused <= 0 || isNew || (use >= values('use') && unused <= values('unused'))) return []
  const { currency } = commitment
  const name = commitment.id.split(/[/:]/).at(-1) ?? commitment.id
  const isFullNow = sum(commitment.unusedByDay.slice(-7)) <= 0.001 * sum(commitment.usedByDay.slice(-7))
  const matched = Math.min(1, Number(commitment.matchable) / unused)
  const over90 = sum(commitment.unusedByDay)
  const claims = isFullNow ? [] : commitment.items.map((item) => ({ item, share: matched }))
  const shared = {
    subject: { kind: 'commitment' as const, id: `${commitment.provider}|${commitment.id}`, name },
    step: 'commit' as const,
    calculation: [
      { label: 'Used in 30 days', formula: 'billed', value: money(used, currency) },
      { label: 'Unused in 30 days', formula: 'billed', value: money(unused, currency) },
      { label: 'Use', formula: 'used / (used + unused)', value: percent(use) },
      {
        label: 'On-demand spend it could have paid for',
        formula: 'same provider, class and region',
        value: money(commitment.matchable, currency),
      },
      {
        label: 'Recoverable',
        formula: 'unused x min(1, on demand / unused)',
        value: money(unused * matched, currency),
      },
    ],
    evidence: [
      {
        label: 'Unused in 90 days',
        value: money(over90, currency),
        note: `of ${money(over90 + sum(commitment.usedByDay), currency)} committed`,
      },
      {
        label: 'Use in the last 7 days',
        value: percent(
          isFullNow
            ? 1
            : sum(commitment.usedByDay.slice(-7)) /
                Math.max(1e-9, sum(commitment.usedByDay.slice(-7)) + sum(commitment.unusedByDay.slice(-7))),
        ),
      },
      ...commitment.items.flatMap((key) => {
        const meter = facts.items[key]?.meters[0]
        return meter
          ? [
              {
                label: 'Unused part on the bill',
                value: money(facts.items[key]?.cost ?? '0', currency),
                link: { to: 'meter' as const, id: meter },
              },
            ]
          : []
      }),
    ],
    assumptions: [],
    risks: [
      'It ends soon: then it is enough not to renew it.',
      'An upfront payment makes the amortised cost look unused where the use is only late.',
    ],
    effort: 'medium' as const,
    oneTimeCost: '0',
    uses: { commitments: [commitment.key] },
    measuredBy: 'items' as const,
  }
  if (claims.length === 0 || matched === 0)
    return [
      {
        ...shared,
        grade: 'D',
        gradeReason: isFullNow
          ? 'it has been used in full for seven days: the waste is past'
          : 'no on-demand use that it could pay for',
        claims: [],
        size: { amount: over90.toFixed(2), currency },
        sentence: isFullNow
          ? `Commitment ${name} went unused for ${money(over90, currency)} of the last 90 days; it is used in full now. Size the next one by what always runs.`
          : `Commitment ${name} is used for ${percent(use)} only, and nothing on demand could use the rest: sell, exchange or do not renew it.`,
        actions: ['Do not renew it at this size', 'Ask the provider whether it can be exchanged or sold'],
      },
    ]
  return [
    {
      ...shared,
      grade: 'B',
      gradeReason: 'the waste is billed; that the on-demand use can move under it is not tested',
      claims,
      sentence: `Commitment ${name} is used for ${percent(use)} only: move matching on-demand machines under it.`,
      actions: ['Let on-demand machines of its class and region run under it', 'Do not renew it at this size'],
    },
  ]
}
