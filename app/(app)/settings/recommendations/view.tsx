'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ThresholdsPreview } from '@/components/recommendations/thresholds-preview.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Section } from '@/components/ui/section.tsx'
import { TableFrame } from '@/components/ui/table.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { ParameterGroup, ParametersPreview } from '@/lib/recommendations/parameters.ts'

type Parameter = ParameterGroup['parameters'][number]

const asText = ({ unit }: Parameter, value: number) =>
  String(unit === 'share' ? Number((value * 100).toFixed(6)) : value)
const asValue = ({ unit }: Parameter, text: string) =>
  text.trim() === '' ? Number.NaN : unit === 'share' ? Number(text) / 100 : Number(text)
const unitName = (unit: Parameter['unit']) => (unit === 'share' ? '%' : unit)

/** Thresholds and assumptions of every rule; what a change would bring and take away is shown before it is saved. */
export function ThresholdsView({ groups }: { groups: readonly ParameterGroup[] }) {
  const [texts, setTexts] = useState<Record<string, string>>({})
  const [preview, setPreview] = useState<ParametersPreview | null>(null)
  const action = useAction()
  const router = useRouter()
  const client = useQueryClient()
  const toast = useToast()
  const values = Object.fromEntries(
    groups.flatMap(({ rule, parameters }) =>
      parameters.map((one) => {
        const text = texts[`${rule}.${one.id}`]
        return [`${rule}.${one.id}`, text === undefined ? one.value : asValue(one, text)]
      }),
    ),
  )
  const isChanged = Object.keys(texts).length > 0
  const wrong = Object.entries(values).find(([, value]) => !Number.isFinite(value))?.[0]
  const look = () =>
    action.run(async () =>
      setPreview(await send<ParametersPreview>('POST', '/api/recommendations/parameters/preview', { values })),
    )
  const save = () =>
    action.run(async () => {
      await send('PUT', '/api/recommendations/parameters', { values })
      setTexts({})
      setPreview(null)
      toast({ text: 'Saved: findings are worked out anew', tone: 'pos' })
      await client.invalidateQueries({ queryKey: ['recommendations'] })
      router.refresh()
    })
  return (
    <>
      <Section
        title="Thresholds of recommendations"
        note="for the whole organisation; a change shows first which findings appear and go"
        actions={
          <>
            {isChanged && (
              <Button
                onClick={() => {
                  setTexts({})
                  setPreview(null)
                }}
              >
                Reset
              </Button>
            )}
            <Button
              look={preview ? 'default' : 'solid'}
              disabled={!isChanged || action.busy || wrong !== undefined}
              onClick={look}
            >
              {action.busy && !preview ? 'Working it out' : 'Show the difference'}
            </Button>
            {preview && (
              <Button look="solid" disabled={action.busy} onClick={save}>
                Save
              </Button>
            )}
          </>
        }
      >
        <FormError>{wrong ? `${wrong} is not a number.` : action.error}</FormError>
        {preview && <ThresholdsPreview preview={preview} />}
      </Section>
      {groups.map((group) => (
        <Section key={group.rule} title={`${group.number} ${group.title}`.trim()} id={group.rule}>
          <TableFrame label={`${group.number} ${group.title}`.trim()}>
            <table className="compact">
              <colgroup>
                <col style={{ width: '38%' }} />
                <col style={{ width: '7.75rem' }} />
                <col style={{ width: '7rem' }} />
                <col style={{ width: '5rem' }} />
                <col />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">Threshold</th>
                  <th scope="col" className="n">
                    Value
                  </th>
                  <th scope="col">Unit</th>
                  <th scope="col" className="n">
                    Default
                  </th>
                  <th scope="col">Source of the default</th>
                </tr>
              </thead>
              <tbody>
                {group.parameters.map((one) => (
                  <tr key={one.id}>
                    <td className="wrap">{one.label}</td>
                    <td className="n">
                      <input
                        className="input num"
                        style={{ width: '7rem', textAlign: 'right' }}
                        inputMode="decimal"
                        aria-label={`${group.title}: ${one.label}`}
                        value={texts[`${group.rule}.${one.id}`] ?? asText(one, one.value)}
                        onChange={(event) => {
                          setPreview(null)
                          setTexts({ ...texts, [`${group.rule}.${one.id}`]: event.target.value })
                        }}
                      />
                    </td>
                    <td className="ink2">{unitName(one.unit)}</td>
                    <td className="n ink2">{asText(one, one.default)}</td>
                    <td className="ink2 wrap">{one.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </Section>
      ))}
    </>
  )
}
