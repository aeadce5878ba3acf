import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts a Node program: a file and its arguments. */
export function startNode(args: string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, args, { stdio: 'inherit', ...options })
}

/** Runs a Node program to its end; true if it succeeded. */
export async function runNode(args: string[], options: SpawnOptions = {}): Promise<boolean> {
  const [code] = await once(startNode(args, options), 'exit')
  return code === 0
}

/** What a long-running program has started, to be stopped in reverse order when it ends. */
export class Lifetime {
  private readonly stops: (() => Promise<void>)[] = []
  private ending = false

  constructor() {
    // A Ctrl-C reaches children in the foreground too; SIGHUP comes when a terminal is closed.
    process.on('SIGINT', () => void this.end(130))
    process.on('SIGTERM', () => void this.end(143))
    process.on('SIGHUP', () => void this.end(129))
  }

  onEnd(stop: () => Promise<void>): void {
    this.stops.push(stop)
  }

  /** Stops everything and ends the process with `code`; what asks second has no effect. */
  async end(code: number): Promise<void> {
    if (this.ending) return
    this.ending = true
    for (const stop of this.stops.reverse()) {
      await stop().catch((error: unknown) => console.error(error))
    }
    process.exit(code)
  }

  /** Runs `start`; an error in it is printed, unless the program is ending anyway, and ends the program. */
  async run(start: () => Promise<void>): Promise<void> {
    try {
      await start()
    } catch (error) {
      if (!this.ending) console.error(error instanceof Error ? error.message : error)
      await this.end(1)
    }
  }
}

/** Asks a child to end and waits until it has. */
export async function endChild(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
