import { finish, verify } from '@/scripts/checks.ts'

finish(await verify())
