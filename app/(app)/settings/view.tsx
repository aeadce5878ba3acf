'use client'

import { useRouter } from 'next/navigation'
import { FormError } from '@/components/settings/form-error.tsx'
import { send } from '@/components/settings/send.ts'
import { useAction } from '@/components/settings/use-action.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { Grid, Section } from '@/components/ui/section.tsx'
import { useToast } from '@/components/ui/toast.tsx'

export function OrganisationView({ name }: { name: string }) {
  const { busy, error, run } = useAction()
  const router = useRouter()
  const toast = useToast()
  const save = (form: FormData) =>
    run(async () => {
      await send('PUT', '/api/settings/organisation', { name: form.get('name') })
      toast({ text: 'Name saved', tone: 'pos' })
      router.refresh()
    })
  return (
    <Grid>
      <Section title="Organisation">
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault()
            save(new FormData(event.currentTarget))
          }}
        >
          <FormError>{error}</FormError>
          <TextField
            label="Name"
            name="name"
            defaultValue={name}
            maxLength={100}
            autoComplete="organization"
            hint="Shown at sign-in. It changes no figure"
          />
          <div className="row">
            <Button type="submit" look="solid" disabled={busy}>
              Save
            </Button>
          </div>
        </form>
      </Section>
    </Grid>
  )
}
