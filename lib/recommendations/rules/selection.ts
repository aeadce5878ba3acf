import type { Facts, Item, Machine } from '../facts/facts.ts'
import type { EvidenceRow, Missing } from '../finding.ts'
import { figure, money } from '../wording.ts'

/** A machine with what the bill says of it. */
export type Billed = Machine & { item: Item }

/** Machines that cost something, with their items. */
export function billedMachines(facts: Facts): Billed[] {
  return facts.machines.flatMap((machine) => {
    const item = facts.items[machine.key]
    return item ? [{ ...machine, item }] : []
  })
}

/** Sums of cost by currency, as numbers: for sentences and thresholds, never for what is claimed. */
export function costByCurrency(items: readonly Item[]): Missing['cost'] {
  const sums = new Map<string, number>()
  for (const { currency, cost } of items) sums.set(currency, (sums.get(currency) ?? 0) + Number(cost))
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount: amount.toFixed(2) }))
}

/** Total cost of items of one currency, as a number. */
export function costOf(items: readonly Item[]): number {
  return items.reduce((sum, { cost }) => sum + Number(cost), 0)
}

/** Evidence of machines: what each is and cost, opening into its charges. */
export function machineRows(machines: readonly Billed[], note: (machine: Billed) => string): EvidenceRow[] {
  return machines.map((machine) => ({
    label: machine.item.name,
    value: `${money(machine.item.cost, machine.item.currency)} for ${figure(machine.gpuHours)} GPU hours`,
    note: note(machine),
    ...(machine.item.meters[0] ? { link: { to: 'meter' as const, id: machine.item.meters[0] } } : {}),
  }))
}

/** What machines of one kind have in common in their names: `notebook-*`, or the only name. */
export function commonName(names: readonly string[]): string {
  const [first = '', ...others] = names
  if (others.length === 0) return first
  let length = 0
  while (length < first.length && others.every((name) => name[length] === first[length])) length++
  const stem = first.slice(0, length).replace(/\d+$/, '')
  return stem.length >= 3 && !stem.startsWith('i-0') ? `${stem}*` : ''
}

/** Whether a machine ran every day of the last four weeks for as long as on its longest day, but for a tenth. */
export function runsAroundTheClock({ hoursByDay }: Machine): boolean {
  const recent = hoursByDay.slice(-28)
  const most = Math.max(...recent)
  return most > 0 && recent.every((hours) => hours >= most * 0.9)
}
