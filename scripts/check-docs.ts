import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Holds the documents to the repository: links, named files and npm scripts have to exist.
const PATH = /^(?:app|bench|components|docs|e2e|lib|prisma|public|scripts|tests|\.ci)\/[\w./()[\]-]+$/
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

const found = documents().flatMap((document) => {
  const text = readFileSync(document, 'utf8')
  const links = [...text.matchAll(/\]\((?!\w+:|#)([^)\s#]+)[^)]*\)/g)].map(([, link = '']) =>
    join(dirname(document), link),
  )
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)
  const commands = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name)
  return [
    ...[...links, ...code.filter((span) => PATH.test(span))]
      .filter((path) => !existsSync(path))
      .map((path) => `${document}: ${path} does not exist`),
    ...commands.filter((name) => !scripts[name]).map((name) => `${document}: there is no npm script "${name}"`),
  ]
})
for (const problem of found) console.error(problem)
process.exitCode = found.length > 0 ? 1 : 0

function documents(): string[] {
  const inDocs = existsSync('docs') ? readdirSync('docs', { recursive: true, encoding: 'utf8' }) : []
  return [...readdirSync('.'), ...inDocs.map((path) => join('docs', path))].filter((path) => path.endsWith('.md'))
}
