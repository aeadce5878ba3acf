import { gzipSync } from 'node:zlib'
import { csvText, focusCsv } from './focus-file.ts'
import type { MalformedCase } from './malformed-case.ts'
import { file, good, one } from './malformed-case.ts'
import { malformedContainers } from './malformed-containers.ts'
import { malformedText } from './malformed-text.ts'
import { malformedValues } from './malformed-values.ts'
import { awsRow, gcpRow } from './provider-files.ts'

const refusedKinds: MalformedCase[] = [
  {
    name: 'a comma in an amount that is not quoted, in a row that ends empty',
    files: file('Day,Cost,Note\n2026-09-01,1,\n2026-09-02,1,250.00,\n'),
    answers: {
      mapping: JSON.stringify({
        chargeStart: 'Day',
        cost: 'Cost',
        provider: 'X',
        fixedCurrency: 'USD',
        dateLayout: 'iso',
      }),
    },
    place: { code: 'csv', row: 3, file: 'bill.csv', says: 'more fields' },
  },
  one('commitments without charges', 'ContractCommitmentId,ContractId,ContractCommitmentCost\nc1,k1,12\n', {
    code: 'not_a_bill',
    file: 'bill.csv',
    says: 'Contract Commitment',
  }),
  one(
    'unnested labels',
    csvText([gcpRow({ 'labels.key': 'team', 'labels.value': 'ml' })], {
      names: [...Object.keys(gcpRow()), 'labels.key', 'labels.value'],
    }),
    { code: 'not_a_bill', file: 'bill.csv', says: 'unnested' },
  ),
  {
    name: 'a mapping of a column that is not there',
    files: file('Day,Sum\n2026-09-01,1\n'),
    answers: {
      mapping: JSON.stringify({
        chargeStart: 'Day',
        cost: 'Amount',
        provider: 'X',
        fixedCurrency: 'USD',
        dateLayout: 'iso',
      }),
    },
    place: { code: 'header', file: 'bill.csv', row: 1, says: '"Amount"' },
  },
  {
    name: 'a mapping that is no JSON',
    files: file('Day,Sum\n2026-09-01,1\n'),
    answers: { mapping: '{' },
    place: { code: 'header', row: 1, says: 'mapping is not JSON' },
  },
  {
    name: 'a mapped column that holds no amounts',
    files: file('Day,Sum\n2026-09-01,many\n2026-09-02,1\n'),
    answers: {
      mapping: JSON.stringify({
        chargeStart: 'Day',
        cost: 'Sum',
        provider: 'X',
        fixedCurrency: 'USD',
        dateLayout: 'iso',
      }),
    },
    place: { row: 2, column: 'Sum', value: 'many' },
  },
  {
    name: 'parts of two exports',
    files: [...file(good, 'a.csv'), ...file(csvText([awsRow()], { names: Object.keys(awsRow()) }), 'b.csv')],
    place: { code: 'mixed_parts', file: 'b.csv', says: 'a.csv' },
  },
  {
    name: 'one part twice',
    files: [...file(good, 'a.csv'), ...file(good, 'b.csv')],
    place: { code: 'repeated_part', file: 'b.csv', says: 'a.csv' },
  },
  {
    name: 'a good part and a bad one',
    files: [...file(good, 'a.csv'), ...file(focusCsv([{}, { ListCost: 'x' }]), 'b.csv')],
    place: { file: 'b.csv', row: 3, column: 'ListCost' },
  },
  {
    name: 'a good part and a broken one',
    files: [...file(good, 'a.csv'), ...file(gzipSync(good).subarray(0, 90), 'b.csv.gz')],
    place: { code: 'packed_broken', file: 'b.csv.gz' },
  },
]
/** Every case of the corpus; Parquet files are made by DuckDB, so it takes a moment. */
export async function malformedFiles(): Promise<MalformedCase[]> {
  return [...malformedValues, ...malformedText, ...refusedKinds, ...(await malformedContainers(good))]
}
