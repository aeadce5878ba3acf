import { finish, playwright, sum, verify, vitest } from '@/scripts/checks.ts'
import { ensureChromium } from '@/scripts/chromium.ts'

const beforeBrowser = [await verify(), await vitest('db')]
console.log(`\n== browser: ${ensureChromium()}`)
finish(sum([...beforeBrowser, await playwright()]))
