'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json.ts'
import { QueryPanel } from '@/components/query/query-panel.tsx'
import { HistoryTable } from '@/components/rules/history-table.tsx'
import { PreviewPanel } from '@/components/rules/preview-panel.tsx'
import { RuleDialog } from '@/components/rules/rule-dialog.tsx'
import { draftOf, emptyDraft } from '@/components/rules/rule-draft.ts'
import { RuleList } from '@/components/rules/rule-list.tsx'
import { suggestedDraft, suggestionText } from '@/components/rules/suggested-draft.ts'
import { usePreview } from '@/components/rules/use-preview.ts'
import { YamlDialog } from '@/components/rules/yaml-dialog.tsx'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { PageHead } from '@/components/shell/page-head.tsx'
import { Button, DownloadLink } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { TableSkeleton } from '@/components/ui/state.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { TagKeys } from '@/lib/attribution/attribute.ts'
import type { AllocationRule } from '@/lib/attribution/rule.ts'
import type { CurrentRules, RuleVersionRow } from '@/lib/attribution/rule-versions.ts'
import type { RuleSuggestion } from '@/lib/attribution/suggest-rule.ts'

type Open = { what: 'edit'; rule: AllocationRule } | { what: 'add' } | { what: 'suggested' } | { what: 'yaml' } | null

/** The rules as a draft with a live preview; nothing holds until it is saved. */
export function RulesView(props: {
  current: CurrentRules
  versions: readonly RuleVersionRow[]
  tagKeys: TagKeys
  mayChange: boolean
  suggestion: RuleSuggestion | null
}) {
  const { current, mayChange, suggestion } = props
  const [rules, setRules] = useState<AllocationRule[]>(current.rules)
  const [note, setNote] = useState('')
  const [open, setOpen] = useState<Open>(suggestion ? { what: 'suggested' } : null)
  const preview = usePreview(mayChange ? rules : null)
  const { busy, error, run } = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const isChanged = JSON.stringify(rules) !== JSON.stringify(current.rules)
  const save = () =>
    run(async () => {
      const { version } = await send<{ version: number }>('PUT', '/api/rules', { base: current.version, rules, note })
      toast({ text: `Saved as version ${version}; all bills are attributed by it`, tone: 'pos' })
      await queries.invalidateQueries()
      router.replace('/rules')
      router.refresh()
    })
  const openVersion = (version: number) =>
    run(async () => {
      setRules((await fetchJson<CurrentRules>(`/api/rules/versions/${version}`)).rules)
      setNote(`Version ${version} again`)
    })
  const edited = open?.what === 'edit' ? open.rule : null
  const at = edited ? rules.findIndex(({ id }) => id === edited.id) : rules.length
  const others = edited ? rules.filter(({ id }) => id !== edited.id) : rules
  return (
    <>
      <PageHead
        title="Rules"
        actions={
          <>
            <DownloadLink href="/api/rules/file" aria-label="Export YAML">
              Export YAML
            </DownloadLink>
            {mayChange && (
              <>
                <Button icon="import" aria-label="Import YAML" onClick={() => setOpen({ what: 'yaml' })}>
                  Import YAML
                </Button>
                <Button
                  icon="plus"
                  aria-label="Add a rule"
                  look={isChanged ? 'default' : 'solid'}
                  onClick={() => setOpen({ what: 'add' })}
                >
                  Add a rule
                </Button>
              </>
            )}
          </>
        }
      />
      <p className="prose" style={{ marginBottom: 'var(--s-4)' }}>
        Of each team, project, model and environment the first rule that names it decides. Tags are asked after the
        rules, and what nothing names is Unallocated. Rules move money between names and never change a total.
      </p>
      <FormError>{error}</FormError>
      <Grid>
        <Section
          span={mayChange ? 8 : 12}
          title="Rules"
          note={isChanged ? 'a draft, not saved yet' : 'the first that names it decides'}
        >
          <RuleList
            rules={rules}
            named={[...rules, ...current.rules]}
            preview={preview.data}
            tagKeys={props.tagKeys}
            mayChange={mayChange}
            onChange={setRules}
            onEdit={(rule) => setOpen({ what: 'edit', rule })}
          />
          {mayChange && (
            <form
              className="form"
              style={{ marginTop: 'var(--s-4)' }}
              onSubmit={(event) => {
                event.preventDefault()
                void save()
              }}
            >
              <TextField
                label="Note"
                hint="For the history: why"
                maxLength={500}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
              <span className="acts-row">
                <Button type="submit" look="solid" disabled={busy || !isChanged || preview.isError}>
                  {busy ? 'Attributing all bills anew' : 'Save and attribute'}
                </Button>
                <Button
                  disabled={busy || !isChanged}
                  onClick={() => {
                    setRules(current.rules)
                    setNote('')
                  }}
                >
                  Discard the draft
                </Button>
              </span>
            </form>
          )}
        </Section>
        {mayChange && (
          <Section span={4} title="Preview" note="last three months of data">
            <QueryPanel result={preview} what="The preview" skeleton={<TableSkeleton rows={5} />}>
              {(found) => <PreviewPanel preview={found} rules={[...rules, ...current.rules]} />}
            </QueryPanel>
          </Section>
        )}
        <Section title="Versions" note="the newest holds">
          {props.versions.length === 0 ? (
            <p className="note">None yet: tags alone say whose money it is.</p>
          ) : (
            <HistoryTable
              versions={props.versions}
              current={current.version}
              busy={busy}
              onOpen={mayChange ? openVersion : undefined}
            />
          )}
        </Section>
      </Grid>
      {open && open.what !== 'yaml' && (
        <RuleDialog
          title={edited ? `Edit ${edited.name}` : 'Add a rule'}
          initial={
            edited
              ? draftOf(edited)
              : open.what === 'suggested' && suggestion
                ? suggestedDraft(suggestion)
                : emptyDraft()
          }
          note={open.what === 'suggested' && suggestion ? suggestionText(suggestion) : undefined}
          rules={others}
          at={at}
          onClose={() => setOpen(null)}
          onDone={(rule) => {
            setRules([...others.slice(0, at), rule, ...others.slice(at)])
            setOpen(null)
          }}
        />
      )}
      {open?.what === 'yaml' && (
        <YamlDialog
          onClose={() => setOpen(null)}
          onRead={(read) => {
            setRules(read)
            setOpen(null)
          }}
        />
      )}
    </>
  )
}
