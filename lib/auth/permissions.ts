import type { Role } from '@/lib/auth/scope.ts'

const everyone: readonly Role[] = ['admin', 'finance', 'engineer']
const admins: readonly Role[] = ['admin']
/** Who says that the books of a month are done. */
const closers: readonly Role[] = ['admin', 'finance']

/** Everything that a route or page can ask for, and the roles that have it. Which rows they see is the scope's `teams`. */
export const rolesOf = {
  'account:write': everyone,
  'spend:read': everyone,
  'imports:read': everyone,
  'imports:write': admins,
  'settings:read': admins,
  'settings:write': admins,
  'people:write': admins,
  'audit:read': admins,
  'rules:read': everyone,
  'rules:write': admins,
  'rates:read': everyone,
  'rates:write': admins,
  'months:close': closers,
  'months:reopen': admins,
  'recommendations:read': everyone,
  'recommendations:write': everyone,
  'recommendations:configure': admins,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof rolesOf

/** True when this role has this permission. */
export function may(role: Role, permission: Permission): boolean {
  return rolesOf[permission].includes(role)
}
