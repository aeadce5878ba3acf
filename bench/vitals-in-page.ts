// What bench/vitals.ts runs inside of a page. No function in here may have a named function of its own: the loader would wrap it in
// something that the page does not have.

declare global {
  interface Window {
    vitals: { lcp: number; cls: number; inp: number; clicked: number }
  }
}

type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; interactionId: number }

/**
 * Runs before anything else and keeps in window.vitals, in milliseconds: the largest contentful paint, the sum of layout shifts
 * (their largest session, CLS, is at most that), the longest interaction up to its paint, and when the last click was.
 */
export function observe(): void {
  const vitals = { lcp: 0, cls: 0, inp: 0, clicked: 0 }
  window.vitals = vitals
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Entry[]) {
      if (entry.entryType === 'largest-contentful-paint') vitals.lcp = entry.startTime
      if (entry.entryType === 'layout-shift' && !entry.hadRecentInput) vitals.cls += entry.value
      if (entry.entryType === 'event' && entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration)
    }
  })
  observer.observe({ type: 'largest-contentful-paint', buffered: true })
  observer.observe({ type: 'layout-shift', buffered: true })
  observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  addEventListener('click', (event) => Object.assign(vitals, { clicked: event.timeStamp }), { capture: true })
}

/** Compressed bytes of every script that the page has loaded. */
export function scriptSizes(): number[] {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  return loaded.filter(({ name }) => new URL(name).pathname.endsWith('.js')).map((entry) => entry.encodedBodySize)
}
