import { parseArgs } from 'node:util'
import { costBases } from '@/lib/core/cost-basis.ts'
import { ABSENT, dimension, dimensions } from '@/lib/core/dimensions.ts'
import { AppError } from '@/lib/core/errors.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { parseFilter } from '@/lib/core/filter.ts'
import { idleModes, isIdleMode } from '@/lib/core/idle-mode.ts'
import { grains, isDay } from '@/lib/core/period.ts'

export const usage = `usage: npm run -s spend -- --group GROUP --from DAY --to DAY [--grain ${grains.join('|')}] [--basis ${costBases.join('|')}]
         [--idle ${idleModes.join('|')}] [--currency CODE] [--filter DIMENSION=VALUE]... [--filter DIMENSION!=VALUE]... [--json]
  GROUP and DIMENSION: ${dimensions.map((d) => d.key).join(', ')}
  DAY: YYYY-MM-DD, UTC; --to is the first day after the period. An empty VALUE, or ~, means "has none".
  Several values of one dimension: any of them. --currency: amounts in this currency by the monthly exchange rates; what has no rate stays in
  its own. --idle: where the cost of idle GPU time goes; the total is the same in all three.`

/** What the command line asks for. Throws AppError bad_request that names the word that is wrong. */
export function spendArguments(words: readonly string[]): { filter: SpendFilter; json: boolean } {
  const { group, from, to, grain, basis, idle, currency, filter, json } = parse(words)
  const query = new URLSearchParams({ compare: '0' })
  const set = (name: string, text: string, right: boolean, expected: string) => {
    if (!right) throw new AppError('bad_request', `--${name} ${text}: expected ${expected}.`)
    query.set(name, text)
  }
  const oneOf = (list: readonly string[]) => `one of ${list.join(', ')}`
  set('group', group ?? '', dimension(group ?? '') !== undefined, oneOf(dimensions.map((d) => d.key)))
  set('from', from ?? '', isDay(from ?? ''), 'a day, as 2026-09-01')
  set('to', to ?? '', isDay(to ?? '') && (to ?? '') > (from ?? ''), 'a day after --from, as 2026-10-01')
  set(
    'grain',
    grain,
    grains.some((g) => g === grain),
    oneOf(grains),
  )
  set(
    'basis',
    basis,
    costBases.some((b) => b === basis),
    oneOf(costBases),
  )
  set('idle', idle, isIdleMode(idle), oneOf(idleModes))
  if (currency !== undefined) {
    set('currency', currency, /^[a-z]{3}$/i.test(currency), 'a currency, as USD')
    query.delete('currency')
    query.set('in', currency)
  }
  for (const text of filter) {
    const [, key = '', operator, value = ''] = /^([^=!]*)(!?=)(.*)$/s.exec(text) ?? []
    if (!dimension(key))
      throw new AppError('bad_request', `--filter ${text}: expected DIMENSION=VALUE or DIMENSION!=VALUE.`)
    query.append(`${operator === '=' ? 'is' : 'not'}.${key}`, value || ABSENT)
  }
  return { filter: parseFilter(query, { asOf: '2000-01-02' }), json }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        group: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        grain: { type: 'string', default: 'total' },
        basis: { type: 'string', default: 'effective' },
        idle: { type: 'string', default: 'separate' },
        currency: { type: 'string' },
        filter: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new AppError('bad_request', error instanceof Error ? error.message : String(error))
  }
}
