'use client'

import { SelectField } from '@/components/ui/field.tsx'
import type { Role } from '@/lib/auth/scope.ts'

/** The choice of a role, as the field "role" of a form. */
export function RoleField({ initial }: { initial: Role }) {
  return (
    <SelectField label="Role" name="role" defaultValue={initial}>
      <option value="engineer">Engineer: reads</option>
      <option value="finance">Finance: reads</option>
      <option value="admin">Admin: reads, uploads bills, changes settings</option>
    </SelectField>
  )
}
