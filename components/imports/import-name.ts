/** An import as people call it: its first file's name, and how many more parts it has. Imports from a shell are labelled so already. */
export function importName({ label, files }: { label: string; files: number }): string {
  const more = ` and ${files - 1} more`
  return files > 1 && !label.endsWith(more) ? `${label}${more}` : label
}
