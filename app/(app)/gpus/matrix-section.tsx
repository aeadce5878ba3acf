'use client'

import Link from 'next/link'
import { useState } from 'react'
import { ValueLink } from '@/components/allocation/value-link.tsx'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { useSpend } from '@/components/query/use-spend.ts'
import { totalsFilter } from '@/components/spend/queries.ts'
import { spendHref } from '@/components/spend/spend-href.ts'
import { Amount, Hours } from '@/components/ui/amount.tsx'
import { Section } from '@/components/ui/section.tsx'
import { Segments } from '@/components/ui/segments.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { valueLabel } from '@/lib/core/dimensions.ts'
import type { SpendFilter } from '@/lib/core/filter.ts'
import { narrow } from '@/lib/core/filter-edit.ts'
import type { Measure } from '@/lib/core/series.ts'
import type { GpuMatrixRow } from '@/lib/spend/gpu-matrix.ts'
import { matrixOf } from './matrix.ts'

/** Which project used which class; a cell opens both in Spend. */
export function MatrixSection({ filter, currency }: { filter: SpendFilter; currency: string }) {
  const [measure, setMeasure] = useState<Measure>('gpuHours')
  const result = useSpend('gpu-matrix', totalsFilter({ ...filter, compare: false }))
  return (
    <Section
      title="Projects by class"
      note={`${measure === 'cost' ? currency : 'GPU hours'}; a cell opens what is behind it`}
      actions={
        <Segments
          label="Cells show"
          value={measure}
          options={[
            { value: 'gpuHours', label: 'Hours' },
            { value: 'cost', label: 'Cost' },
          ]}
          onChange={setMeasure}
        />
      }
    >
      <QueryPanel result={result} what="Projects by class" skeleton={<TableSkeleton rows={10} />}>
        {(rows) => <Matrix rows={rows} filter={filter} currency={currency} measure={measure} />}
      </QueryPanel>
    </Section>
  )
}

type MatrixProps = { rows: readonly GpuMatrixRow[]; filter: SpendFilter; currency: string; measure: Measure }

function Matrix({ rows, filter, currency, measure }: MatrixProps) {
  const matrix = matrixOf(rows, currency, measure)
  const figure = (value: string | null) =>
    measure === 'cost' ? <Amount value={value} currency={currency} /> : <Hours value={value} missing="not stated" />
  return (
    <TableFrame label="Projects by class">
      <table className="compact">
        <thead>
          <tr>
            <th scope="col">Project</th>
            {matrix.classes.map((gpuClass) => (
              <th scope="col" className="n" key={gpuClass}>
                {valueLabel('gpu-class', gpuClass)}
              </th>
            ))}
            <th scope="col" className="n">
              {measure === 'cost' ? `All, ${currency}` : 'All hours'}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrix.lines.map((line) => (
            <tr key={line.project ?? '~'}>
              <td>
                <span className="lead">
                  <ValueLink dimension="project" value={line.project} filter={filter}>
                    {valueLabel('project', line.project)}
                  </ValueLink>
                </span>
              </td>
              {line.cells.map((cell, at) => {
                const gpuClass = matrix.classes[at] ?? ''
                if (cell === undefined) {
                  return (
                    <td className="n none" key={gpuClass}>
                      <span className="sr">none</span>
                    </td>
                  )
                }
                const both = narrow(narrow(filter, 'project', line.project), 'gpu-class', gpuClass)
                return (
                  <td className="n" key={gpuClass}>
                    <Link prefetch={false} href={spendHref(both)}>
                      {figure(cell)}
                    </Link>
                  </td>
                )
              })}
              <td className="n strong">{figure(line.total)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All projects</td>
            {matrix.totals.map((total, at) => (
              <td className="n" key={matrix.classes[at]}>
                {figure(total)}
              </td>
            ))}
            <td className="n">{figure(matrix.total)}</td>
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  )
}
