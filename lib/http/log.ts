import { pino } from 'pino'

/** The server's log, one JSON object a line on stdout. */
export const log = pino({ name: 'gpu-ledger', level: process.env.LOG_LEVEL || 'info' })
