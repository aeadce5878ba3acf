/** Next calls this once when the server starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { allowLongUploads } = await import('@/lib/import/long-uploads.ts')
  allowLongUploads()
  const { startServer } = await import('@/lib/http/start.ts')
  await startServer()
  const { endSilentImports } = await import('@/lib/import/recover.ts')
  const { prismaRunner } = await import('@/lib/db/sql-runner.ts')
  const { db } = await import('@/lib/db/client.ts')
  // A server that was restarted finds imports whose process went with it; without a database it starts all the same.
  await endSilentImports(prismaRunner(db())).catch(() => [])
  const { scheduleOwned } = await import('@/lib/owned/launch.ts')
  scheduleOwned(async () => (await db().ownedCluster.count()) > 0)
}
