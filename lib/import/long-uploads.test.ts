import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { allowLongUploads } from './long-uploads.ts'

/** Sends a body that takes `milliseconds` to a server that ends requests after 300 ms; the status it gets. */
async function slowUpload(milliseconds: number): Promise<number | string> {
  const server = createServer(
    { requestTimeout: 300, headersTimeout: 300, connectionsCheckingInterval: 50 },
    (req, res) => {
      req.resume().on('end', () => res.writeHead(201).end())
    },
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const post = request({ port, host: '127.0.0.1', method: 'POST' })
    const answer = once(post, 'response').then(
      ([response]) => response.statusCode as number,
      (error: NodeJS.ErrnoException) => error.code ?? 'error',
    )
    post.write('first')
    await sleep(milliseconds)
    post.end('last')
    return await answer
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test("Node's limit for a whole request holds until it is lifted, and then uploads take as long as they take", async () => {
  expect(await slowUpload(800)).not.toBe(201)
  allowLongUploads()
  expect(await slowUpload(800)).toBe(201)
})
