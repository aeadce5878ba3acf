import { buildApp } from '@/scripts/app-build.ts'

await buildApp()
console.log('The app is built.')
