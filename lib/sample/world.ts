/** Team, project and model ids are the tag and label values that the files carry. */
export const projects = {
  'atlas-pretrain': { team: 'foundation-models', model: 'atlas-70b' },
  'atlas-posttrain': { team: 'foundation-models', model: 'atlas-70b-it' },
  'data-curation': { team: 'foundation-models', model: null },
  'assistant-serving': { team: 'assistant', model: 'assistant-32b' },
  'assistant-eval': { team: 'assistant', model: 'assistant-32b' },
  'agent-tools': { team: 'assistant', model: null },
  'semantic-search': { team: 'search', model: 'bge-m3' },
  reranker: { team: 'search', model: 'rerank-v2' },
  'doc-ocr': { team: 'vision', model: 'deepseek-ocr' },
  'video-tagging': { team: 'vision', model: 'siglip2-so400m' },
  'image-captioning': { team: 'vision', model: 'caption-7b' },
  'asr-streaming': { team: 'speech', model: 'whisper-large-v3' },
  'tts-voices': { team: 'speech', model: 'tts-voices-2' },
  'shared-inference': { team: 'platform', model: 'llama-3.3-70b' },
  notebooks: { team: 'platform', model: null },
} as const satisfies Record<string, { team: string; model: string | null }>

export type Project = keyof typeof projects
export type Environment = 'prod' | 'research' | 'dev'
export type Tags = Record<string, string>

/** What a workload's owner wrote on its resources. `model: null` takes the model tag away. */
export type Labels = { project: Project; environment: Environment; model?: string | null; misspelt?: 'key' | 'value' }

/** The tags of a workload; none when its owner wrote none. */
export function tagsOf(labels: Labels | null, run: string | null): Tags {
  if (!labels) return {}
  const project = projects[labels.project]
  const model = labels.model === undefined ? project.model : labels.model
  const tags: Tags = {}
  if (labels.misspelt === 'key') tags.taem = project.team
  else tags.team = labels.misspelt === 'value' ? `${project.team.slice(0, -2)}${project.team.slice(-1)}` : project.team
  tags.project = labels.project
  if (model) tags.model = model
  tags.environment = labels.environment
  if (run) tags.run = run
  return tags
}
