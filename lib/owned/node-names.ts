const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/

/**
 * Host names from text: separated by blanks, commas or lines, each a name or one with ranges in brackets as Slurm writes them,
 * `gpu-[01-16,20]`. Null when there is none, when something is no host name, or when there are more than `most`.
 */
export function expandNodeNames(text: string, most: number): string[] | null {
  const words = text.match(/(?:\[[^\]]*\]|[^\s,[\]])+/g) ?? []
  if (words.join('').length !== text.replace(/[\s,]+(?![^[]*\])/g, '').length) return null
  const names: string[] = []
  for (const word of words) {
    const expanded = expand(word, most)
    if (expanded === null) return null
    names.push(...expanded)
    if (names.length > most) return null
  }
  return names.length > 0 && names.every((name) => NAME.test(name)) ? names : null
}

function expand(word: string, most: number): string[] | null {
  const parts = /^([^[\]]*)\[([^\]]*)\](.*)$/.exec(word)
  if (!parts) return /[[\]]/.test(word) ? null : [word]
  const [, before = '', list = '', after = ''] = parts
  const rest = expand(after === '' ? '' : after, most)
  if (rest === null) return null
  const out: string[] = []
  for (const item of list.split(',')) {
    const range = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(item.trim())
    if (!range?.[1]) return null
    const last = Number(range[2] ?? range[1])
    for (let number = Number(range[1]); number <= last; number += 1) {
      for (const end of rest) out.push(`${before}${String(number).padStart(range[1].length, '0')}${end}`)
      if (out.length > most) return null
    }
  }
  return out.length > 0 ? out : null
}
