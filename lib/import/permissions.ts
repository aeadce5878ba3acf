/** What may be done without asking: replace what is live, publish although rows are listed as issues, or ask by waiting. */
export type Permissions = { replace: boolean; acceptIssues: boolean; wait: boolean }
