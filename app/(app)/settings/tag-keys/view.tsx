'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { TagKeyList } from '@/components/settings/tag-key-list.tsx'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { useToast } from '@/components/ui/toast.tsx'
import type { TagKeys } from '@/lib/attribution/attribute.ts'
import { formatCount } from '@/lib/core/format.ts'

const lists = [
  { name: 'team', title: 'Team' },
  { name: 'project', title: 'Project' },
  { name: 'model', title: 'Model' },
  { name: 'environment', title: 'Environment' },
] as const

const textOf = (keys: TagKeys) => JSON.stringify(lists.map(({ name }) => keys[name]))

export function TagKeysView({ stored, defaults }: { stored: TagKeys; defaults: TagKeys }) {
  const [keys, setKeys] = useState(stored)
  const { busy, error, run } = useAction()
  const router = useRouter()
  const queries = useQueryClient()
  const toast = useToast()
  const changed = textOf(keys) !== textOf(stored)
  const save = () =>
    run(async () => {
      const { meters } = await send<{ meters: number }>('PUT', '/api/settings/tag-keys', keys)
      toast({ text: `Saved: ${formatCount(meters)} meters changed`, tone: 'pos' })
      await queries.invalidateQueries()
      router.refresh()
    })
  return (
    <>
      <p className="prose" style={{ marginBottom: 'var(--s-4)' }}>
        The first key of a list that a charge carries, with a value, names it. Upper and lower case and the characters -
        _ and space count alike. What no key names is Unallocated; models also come from the services that sell them.
        Saving attributes all bills anew.
      </p>
      <FormError>{error}</FormError>
      <Grid>
        {lists.map(({ name, title }) => (
          <Section key={name} title={title} span={3}>
            <TagKeyList name={title} keys={keys[name]} onChange={(list) => setKeys({ ...keys, [name]: list })} />
          </Section>
        ))}
      </Grid>
      <div className="acts-row" style={{ marginTop: 'var(--s-5)' }}>
        <Button look="solid" disabled={busy || !changed} onClick={save}>
          {busy ? 'Attributing all bills anew' : 'Save and attribute'}
        </Button>
        <Button disabled={busy || !changed} onClick={() => setKeys(stored)}>
          Discard changes
        </Button>
        <Button look="ghost" disabled={busy || textOf(keys) === textOf(defaults)} onClick={() => setKeys(defaults)}>
          Use the defaults
        </Button>
      </div>
    </>
  )
}
