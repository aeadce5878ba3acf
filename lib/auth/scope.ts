export type Role = 'admin' | 'finance' | 'engineer'

/** Who asks and what they may see. `teams: null` is every team; an empty list is none. */
export type Scope = {
  userId: string | null
  /** The e-mail address, or the name of a program; what the audit log shows. */
  actor: string
  role: Role
  teams: readonly string[] | null
}
