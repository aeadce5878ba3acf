/**
 * SQL for the GPUs in Slurm's trackable resources, such as `billing=32,cpu=32,gres/gpu:a100=4,gres/gpu=4`: the untyped number where there is
 * one, else the sum of the typed ones, never both; null where no GPU is named. The text must pass `readableTres`.
 */
export function tresGpus(text: string): string {
  const untyped = `regexp_extract(${text}, '(?:^|,)gres/gpu=([0-9]+)', 1)`
  const typed = `list_sum(list_transform(regexp_extract_all(${text}, '(?:^|,)gres/gpu:[^=,]+=([0-9]+)', 1), lambda x: TRY_CAST(x AS BIGINT)))`
  return `coalesce(TRY_CAST(nullif(${untyped}, '') AS BIGINT), CAST(${typed} AS BIGINT))`
}

/** SQL for the type of GPU that trackable resources name; null where they name none or several. */
export function tresGpuType(text: string): string {
  const types = `list_distinct(regexp_extract_all(${text}, '(?:^|,)gres/gpu:([^=,]+)=', 1))`
  return `CASE WHEN len(${types}) = 1 THEN ${types}[1] END`
}

/** SQL for whether a text is a list of trackable resources with readable numbers. */
export function readableTres(text: string): string {
  return `regexp_full_match(${text}, '[^=,]+=[^=,]+(,[^=,]+=[^=,]+)*,?') AND NOT regexp_matches(${text}, '(^|,)gres/gpu(:[^=,]+)?=([^,]*[^0-9,][^,]*|[0-9]{10,})(,|$)')`
}
