import { randomBytes } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * Where a request came from and what it asked for. `forwarded` is true when it says that it passed through a proxy,
 * whoever wrote that; `path` is the path and query as sent.
 */
export type Connection = { address: string | null; forwarded: boolean; path: string }

type Socket = { remoteAddress?: string | undefined }

const holder = globalThis as typeof globalThis & { gpuLedgerConnectionHeader?: string; gpuLedgerWatching?: boolean }
const forwardingHeaders = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via']

/**
 * Notes the connection on every request of this process, before Next sees it. Next itself shows no address but
 * X-Forwarded-For, which any client can write, and pages no path. The note is a header whose name nobody can guess.
 */
export function watchConnections(): void {
  if (holder.gpuLedgerWatching) return
  holder.gpuLedgerWatching = true
  const name = connectionHeader()
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[name] = JSON.stringify(connectionOf(request))
  })
}

/** The name of the header that carries the note: random, one per process. */
export function connectionHeader(): string {
  holder.gpuLedgerConnectionHeader ??= `x-connection-${randomBytes(16).toString('hex')}`
  return holder.gpuLedgerConnectionHeader
}

/** What watchConnections() noted on a request; an address of null when it noted nothing. */
export function connection(headers: Headers): Connection {
  const note = headers.get(connectionHeader())
  return note ? (JSON.parse(note) as Connection) : { address: null, forwarded: true, path: '/' }
}

/**
 * The connection of a request. GPU_LEDGER_TRUSTED_PROXIES says how many proxies stand in front (0 by default): the entry
 * of X-Forwarded-For that the outermost of them wrote is believed, counted from the right.
 */
export function connectionOf(request: Pick<IncomingMessage, 'headers' | 'url'> & { socket: Socket }): Connection {
  const proxies = Number(process.env.GPU_LEDGER_TRUSTED_PROXIES ?? 0)
  const chain = String(request.headers['x-forwarded-for'] ?? '').split(',')
  const believed = proxies > 0 ? chain.at(-proxies)?.trim() : undefined
  return {
    address: believed || (request.socket.remoteAddress ?? null),
    forwarded: forwardingHeaders.some((name) => request.headers[name] !== undefined),
    path: request.url ?? '/',
  }
}

/** An address as the limiter counts it: IPv4 as it is, IPv6 by its /64 network, because one client owns all of that. */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown'
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = [...left, ...zeros, ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
