import { authHandler } from '@/lib/http/auth-handler.ts'

export const GET = authHandler
export const POST = authHandler
