/**
 * What a provider's unit text measures. For `time`, one unit is numerator / denominator hours of the machine; for
 * `gpu-time`, of one GPU. `blockSize` is the number in front (`10 Hours` = 10). `other` is a measure that no GPU is
 * billed by (bytes, tokens, vCPU hours); `unrecognised` says nothing.
 */
export type TimeUnit =
  | { measure: 'time' | 'gpu-time'; numerator: string; denominator: string; blockSize: string }
  | { measure: 'other' | 'unrecognised' }

const spans: readonly { names: RegExp; hours: bigint; perHour: bigint }[] = [
  { names: /^(?:milliseconds?|msecs?|millis|ms)$/, hours: 1n, perHour: 3_600_000n },
  { names: /^(?:seconds?|secs?|s)$/, hours: 1n, perHour: 3600n },
  { names: /^(?:minutes?|mins?)$/, hours: 1n, perHour: 60n },
  { names: /^(?:hours?|hour\(s\)|hrs?|h|horas?|小时)$/, hours: 1n, perHour: 1n },
  { names: /^(?:days?)$/, hours: 24n, perHour: 1n },
]

const shape =
  /^(?:(one|\d{1,9}) ?)?(?:(gpus?|accelerators?|tpus?|(?:tpu )?chips?|(?:instance|node|vm|pod|machine|server)s?) (?:per )?)?(\S+)$/
const machine = /^(?:instance|node|vm|pod|machine|server)/
const otherMeasure =
  /byte|(?:^|[^a-z])[kmgtp]i?b(?:[^a-z]|$)|token|request|operation|iops|message|month|cpu|(?:^| )cores?(?: |$)|dbu|dpu|lcu|transaction|image|character/

/** Reads a unit such as `Hrs`, `10 Hours`, `seconds`, `GPU-Hours` or `GPU Per Hour`. Never throws. */
export function parseTimeUnit(text: string | null): TimeUnit {
  const unit = (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
  const parts = shape.exec(unit)
  const span = parts && spans.find(({ names }) => names.test(parts[3] ?? ''))
  if (!span) return { measure: otherMeasure.test(unit) ? 'other' : 'unrecognised' }
  const block = parts[1] === undefined || parts[1] === 'one' ? 1n : BigInt(parts[1])
  if (block === 0n) return { measure: 'unrecognised' }
  return {
    measure: parts[2] === undefined || machine.test(parts[2]) ? 'time' : 'gpu-time',
    numerator: String(block * span.hours),
    denominator: String(span.perHour),
    blockSize: String(block),
  }
}
