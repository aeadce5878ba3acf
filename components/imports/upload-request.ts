import { ApiError } from '@/components/query/fetch-json.ts'

/** What the server answers to a file. */
export type Uploaded = { id: number; bytes: number; sha256: string }

/**
 * Sends one file as a raw body. XMLHttpRequest, because it is the only way in which a browser reports the bytes sent.
 * `onSent` gets the bytes sent so far. Throws ApiError, or an AbortError when `signal` aborts.
 */
export function sendFile(
  url: string,
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('POST', url)
    request.responseType = 'text'
    request.upload.onprogress = (event) => onSent(event.loaded)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Uploaded)
      else reject(errorOf(request))
    }
    request.onerror = () =>
      reject(new ApiError(0, 'OFFLINE', 'The connection broke. Nothing was stored; upload the file again.'))
    request.onabort = () => reject(new DOMException('The upload was cancelled', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', abort)
    signal.addEventListener('abort', abort)
    if (signal.aborted) reject(new DOMException('The upload was cancelled', 'AbortError'))
    else request.send(file)
  })
}

function errorOf({ status, responseText }: XMLHttpRequest): ApiError {
  try {
    const { error } = JSON.parse(responseText) as { error: { code: string; message: string } }
    return new ApiError(status, error.code, error.message)
  } catch {
    return new ApiError(status, `HTTP-${status}`, `The server answered ${status} without saying why.`)
  }
}
