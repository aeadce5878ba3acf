/** Why the server did not do what was asked, in its own words. */
export function ActionError({ error }: { error: Error | null }) {
  if (!error) return null
  return (
    <p className="neg" role="alert">
      {error.message}
    </p>
  )
}
