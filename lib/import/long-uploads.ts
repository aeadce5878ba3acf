import { subscribe } from 'node:diagnostics_channel'
import type { Server } from 'node:http'

/**
 * Lets uploads take as long as they need: Node ends every request that is not whole after 5 minutes, and Next has no setting for it.
 * Headers keep their limit of a minute, and receiveFile ends a body that stalls. Call once, when the server starts.
 */
export function allowLongUploads(): void {
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server }
    if (server.requestTimeout !== 0) server.requestTimeout = 0
  })
}
