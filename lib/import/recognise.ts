import type { ImportQuestion } from '@/lib/core/receipt.ts'
import { detect } from './detect.ts'
import type { Duck } from './duck.ts'
import type { FileKind } from './file-kind.ts'
import type { FileFormat, FormatQuestion } from './format.ts'
import { custom, suggestMapping } from './formats/custom.ts'
import { headerHash } from './header-hash.ts'
import { allFormats, kindWith } from './kinds.ts'
import { asRefusal, Refusal } from './refusal.ts'
import type { Source } from './source.ts'

/** Thrown when only a person can say how to go on. */
export class NeedsAnswer extends Error {
  readonly question: ImportQuestion

  constructor(question: ImportQuestion) {
    super('The import waits for an answer.')
    this.name = 'NeedsAnswer'
    this.question = question
  }
}

/** The one format of all parts, its kind, and the answers to its questions. */
export type Recognised = { kind: FileKind; format: FileFormat; answers: Record<string, string> }

const PREVIEW_ROWS = 8

/**
 * Finds the one format of all parts, whatever its kind, and answers its questions. `answers` are what the admin said so far; `remembered` finds the stored
 * mapping of a header. Throws Refusal or NeedsAnswer.
 */
export async function recognise(
  duck: Duck,
  sources: readonly Source[],
  answers: Record<string, string>,
  remembered: (headerHash: string) => Promise<string | null>,
): Promise<Recognised> {
  const first = sources[0] as Source
  const format = await formatOf(duck, first, answers, remembered)
  for (const source of sources.slice(1)) {
    const other = answers.mapping ? format : await formatOf(duck, source, answers, remembered)
    if (other.id !== format.id) {
      throw new Refusal({
        code: 'mixed_parts',
        message: `${source.part.name} is ${other.label}, but ${first.part.name} is ${format.label}: they are not parts of one export.`,
        file: source.part.name,
        whatToDo: 'Upload each export on its own.',
      })
    }
  }
  if (format.refuse) {
    throw new Refusal({ code: 'not_a_bill', message: `${first.part.name}: ${format.refuse}`, file: first.part.name })
  }
  return { kind: kindWith(format), format, answers: await settle(duck, sources, format, answers) }
}

async function formatOf(
  duck: Duck,
  source: Source,
  answers: Record<string, string>,
  remembered: (headerHash: string) => Promise<string | null>,
): Promise<FileFormat> {
  if (answers.mapping) return custom
  if (answers.as) return askedFor(source, answers.as)
  const found = detectIn(source)
  if ('format' in found) return found.format
  const hash = headerHash(source.header.names)
  const mapping = await remembered(hash)
  if (mapping !== null) {
    answers.mapping = mapping
    return custom
  }
  const preview = await previewOf(duck, source)
  throw new NeedsAnswer({
    kind: 'mapping',
    header: [...source.header.names],
    preview,
    suggestions: suggestMapping(source.header, preview),
    headerHash: hash,
    nearest: found.nearest.map(({ label, missing }) => ({ format: label, missing })),
  })
}

/** The format that a person asked for by the answer `as`. */
function askedFor(source: Source, as: string): FileFormat {
  const meant = allFormats.filter((format) => format.whenAsked?.as === as)
  const lacks = (format: FileFormat) =>
    (format.whenAsked?.requires ?? []).filter((names) => !source.header.has(...names))
  const found = meant.find((format) => lacks(format).length === 0)
  if (found) return found
  const nearest = meant[0] ? ` ${meant[0].label} also needs: ${lacks(meant[0]).join(', ')}.` : ''
  throw new Refusal({
    code: 'answer',
    message: `${source.part.name} cannot be read as ${JSON.stringify(as)}.${nearest}`,
    file: source.part.name,
    row: 1,
    column: 'as',
    value: as,
    whatToDo: 'Leave the answer out, or export the columns that are missing.',
  })
}

function detectIn(source: Source) {
  try {
    return detect(source.header, allFormats)
  } catch (error) {
    throw asRefusal(error, source.part.name)
  }
}

async function previewOf(duck: Duck, source: Source): Promise<(string | null)[][]> {
  const rows = await duck.all(`SELECT * FROM ${source.rows} LIMIT ${PREVIEW_ROWS}`)
  return rows.map((row) => source.header.names.map((_, i) => row[`c${i}`] as string | null))
}

/** Answers the format's questions from the rows where they say, else from what the admin said, else asks. */
async function settle(duck: Duck, sources: readonly Source[], format: FileFormat, answers: Record<string, string>) {
  const settled = { ...answers }
  for (const question of questionsOf(format, sources[0] as Source)) {
    const given = settled[question.id]
    if (given) {
      refuseAnswer(question, given)
      continue
    }
    const said = new Set<string>()
    for (const source of sources) {
      await duck.run(`CREATE OR REPLACE TEMP VIEW rows AS SELECT * FROM ${source.rows}`)
      const [row] = await duck.all(question.probe)
      const answer = row ? Object.values(row)[0] : null
      if (answer !== null && answer !== undefined) said.add(String(answer))
    }
    const options = question.options.map((option) => option.value)
    const chosen = [...said].filter((value) => options.includes(value))
    if (chosen.length === 1) settled[question.id] = chosen[0] as string
    else if (chosen.length === 0 && said.size === 1) settled[question.id] = [...said][0] as string
    else throw new NeedsAnswer({ kind: 'choice', id: question.id, text: question.text, options: question.options })
  }
  return settled
}

function questionsOf(format: FileFormat, source: Source): FormatQuestion[] {
  try {
    return format.questions?.(source.header) ?? []
  } catch (error) {
    throw asRefusal(error, source.part.name)
  }
}

/** Throws Refusal for an answer that the question does not take. */
function refuseAnswer(question: FormatQuestion, answer: string): void {
  if (!question.accepts || question.options.some(({ value }) => value === answer) || question.accepts(answer)) return
  throw new Refusal({
    code: 'answer',
    message: `${JSON.stringify(answer)} is no answer to: ${question.text}`,
    column: question.id,
    value: answer,
    whatToDo: `Say for instance ${question.options
      .slice(0, 2)
      .map(({ value }) => `${question.id}=${value}`)
      .join(' or ')}.`,
  })
}
