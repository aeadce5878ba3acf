/** `arn:aws:ec2:us-east-1:1:instance/i-0abc` and `//compute.googleapis.com/.../instances/x` end in what people call the machine. */
export function lastSegment(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1)
}
