import { Client } from 'pg'
import type { FileKindId, ImportProgress } from '@/lib/core/receipt.ts'
import { Cancelled } from './refusal.ts'

const BEAT_MS = 1000

/**
 * Tells the world how far an import is, over a connection of its own: a heartbeat a second into its row, and back from there whether
 * somebody cancelled. `onCancel` interrupts whatever runs.
 */
export class Progress {
  private readonly client: Client
  private readonly importId: number
  private readonly timer: NodeJS.Timeout
  private readonly startedAt = performance.now()
  private stepAt = performance.now()
  private cancelled = false
  private beating: Promise<void> = Promise.resolve()
  readonly steps: { name: string; milliseconds: number; note: string }[] = []
  readonly state: ImportProgress
  /** What the files are, once that is known. */
  kind: FileKindId | null = null
  onCancel: () => void = () => {}
  onChange: (state: ImportProgress) => void = () => {}

  private constructor(client: Client, importId: number, bytesTotal: number) {
    this.client = client
    this.importId = importId
    this.state = { step: 'Received', bytesDone: 0, bytesTotal, rowsDone: 0 }
    this.timer = setInterval(() => {
      this.beating = this.beating.then(() => this.beat()).catch(() => {})
    }, BEAT_MS)
  }

  static async start(url: string, importId: number, bytesTotal: number): Promise<Progress> {
    const client = new Client({ connectionString: url })
    // The import itself notices a lost database; a heartbeat alone must not end the process.
    client.on('error', () => {})
    await client.connect()
    return new Progress(client, importId, bytesTotal)
  }

  /** Begins a step; throws Cancelled when somebody cancelled. */
  step(name: string): void {
    this.checkpoint()
    this.state.step = name
    this.stepAt = performance.now()
    this.onChange(this.state)
  }

  /** Ends the step that runs, with what it did. */
  done(note: string): void {
    this.steps.push({ name: this.state.step, milliseconds: Math.round(performance.now() - this.stepAt), note })
  }

  addBytes(bytes: number): void {
    this.checkpoint()
    this.state.bytesDone = Math.min(this.state.bytesTotal, this.state.bytesDone + bytes)
    this.onChange(this.state)
  }

  setRows(rows: number): void {
    this.checkpoint()
    this.state.rowsDone = rows
    this.onChange(this.state)
  }

  checkpoint(): void {
    if (this.cancelled) throw new Cancelled()
  }

  /** Whether somebody cancelled: what an interrupted statement threw is then no error. */
  get isCancelled(): boolean {
    return this.cancelled
  }

  elapsed(): number {
    return Math.round(performance.now() - this.startedAt)
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.beating
    await this.client.end().catch(() => {})
  }

  private async beat(): Promise<void> {
    const answer = await this.client.query<{ cancel_asked: boolean }>(
      `UPDATE import SET heartbeat_at = now(), progress = $2, rows_read = greatest(rows_read, $3) WHERE id = $1 RETURNING cancel_asked`,
      [this.importId, JSON.stringify(this.state), this.state.rowsDone],
    )
    if (answer.rows[0]?.cancel_asked && !this.cancelled) {
      this.cancelled = true
      this.onCancel()
    }
  }
}
