import { sampleDays } from '@/lib/sample/calendar.ts'
import type { SampleContext } from '@/lib/sample/context.ts'
import type { CsvLine } from '@/lib/sample/csv-file.ts'
import { launchAgo } from '@/lib/sample/story.ts'
import type { Project } from '@/lib/sample/world.ts'
import { projects } from '@/lib/sample/world.ts'

/** What a gateway counts of a model. The other models are not behind it: their tokens are not known. */
type CountedModel = {
  model: string
  project: Project
  /** Millions of tokens on a working day, 13 months ago and today. */
  millions: [number, number]
  /** Of all tokens, those that the model wrote. */
  written: number
  /** Tokens of one request. */
  perRequest: number
  weekend: number
  /** From the launch on. */
  launch?: number
}

export const countedModels: readonly CountedModel[] = [
  {
    model: 'assistant-32b',
    project: 'assistant-serving',
    millions: [2100, 3400],
    written: 0.21,
    perRequest: 2900,
    weekend: 0.72,
    launch: 1.9,
  },
  {
    model: 'assistant-8b',
    project: 'assistant-serving',
    millions: [1500, 2600],
    written: 0.16,
    perRequest: 1400,
    weekend: 0.75,
    launch: 2.1,
  },
  {
    model: 'bge-m3',
    project: 'semantic-search',
    millions: [7600, 11800],
    written: 0,
    perRequest: 420,
    weekend: 0.6,
  },
  { model: 'rerank-v2', project: 'reranker', millions: [2900, 6100], written: 0, perRequest: 3600, weekend: 0.65 },
  { model: 'deepseek-ocr', project: 'doc-ocr', millions: [900, 2300], written: 0.44, perRequest: 1900, weekend: 0.4 },
  {
    model: 'llama-3.3-70b',
    project: 'shared-inference',
    millions: [330, 640],
    written: 0.18,
    perRequest: 2200,
    weekend: 0.35,
  },
]

export const tokenColumns = ['start', 'end', 'team', 'project', 'model', 'tokens_in', 'tokens_out', 'requests'] as const

/** Tokens and requests of each counted model on each day. */
export function* tokenRows(ctx: SampleContext): Generator<CsvLine<(typeof tokenColumns)[number]>> {
  for (const day of sampleDays(ctx.until)) {
    for (const { model, project, millions, written, perRequest, weekend, launch = 1 } of countedModels) {
      const [first, last] = millions
      const usual = (first + (last - first) * day.progress) * (day.weekday < 5 ? 1 : weekend)
      const wobble = 0.94 + 0.12 * ctx.noise(`tokens ${model} ${day.date}`)
      const tokens = Math.round(usual * wobble * (day.ago <= launchAgo ? launch : 1) * 1e6)
      const out = Math.round(tokens * written)
      yield [
        {
          start: `${day.date}T00:00:00Z`,
          end: `${day.next}T00:00:00Z`,
          team: projects[project].team,
          project,
          model,
          tokens_in: String(tokens - out),
          tokens_out: String(out),
          requests: String(Math.round(tokens / perRequest)),
        },
      ]
    }
  }
}
