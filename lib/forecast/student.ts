/** Two-sided 80% points of Student's t for 1 to 30 degrees of freedom (any table of it); beyond that the normal's 1.2816 plus a term in 1/n. */
const T80 = [
  3.0777, 1.8856, 1.6377, 1.5332, 1.4759, 1.4398, 1.4149, 1.3968, 1.383, 1.3722, 1.3634, 1.3562, 1.3502, 1.345, 1.3406,
  1.3368, 1.3334, 1.3304, 1.3277, 1.3253, 1.3232, 1.3212, 1.3195, 1.3178, 1.3163, 1.315, 1.3137, 1.3125, 1.3114, 1.3104,
] as const

/** Within so many scale units of the middle lie 80% of a t distribution. RangeError below 1 degree of freedom. */
export function t80(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`degrees of freedom must be 1 or more, not ${degrees}`)
  return T80[degrees - 1] ?? 1.2816 + 0.8462 / degrees
}
