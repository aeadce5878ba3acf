/** The cells of a row by column. */
export type UsageCells = Readonly<Record<string, string>>

/** A row of each format that is right. */
export const goodUsage = {
  'usage-generic': {
    start: '2026-09-04T00:00:00Z',
    end: '2026-09-04T10:00:00Z',
    resource: 'node01',
    gpus: '8',
    gpu_class: 'NVIDIA A100-SXM4-80GB',
    mig_profile: '',
    team: 'research',
    utilisation: '0.5',
    memory_gib: '40',
    tokens_in: '10',
    tokens_out: '5',
    requests: '1',
    covers: 'true',
  },
  slurm: {
    JobID: '101',
    User: 'ana',
    Account: 'research',
    State: 'COMPLETED',
    Start: '2026-09-01T00:00:00',
    End: '2026-09-01T10:00:00',
    ElapsedRaw: '36000',
    AllocTRES: 'cpu=8,gres/gpu:h100=4,gres/gpu=4',
    NodeList: 'node[01-02]',
    TRESUsageInAve: 'gres/gpuutil=40',
  },
  dcgm: {
    timestamp: '2026-09-03T00:00:00Z',
    metric: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
    value: '0.5',
    Hostname: 'node01',
    UUID: 'GPU-1',
    modelName: 'NVIDIA A100-SXM4-80GB',
    GPU_I_ID: '',
    GPU_I_PROFILE: '',
  },
  'dcgm-wide': {
    timestamp: '2026-09-03T00:00:00Z',
    Hostname: 'node01',
    UUID: 'GPU-1',
    modelName: 'NVIDIA H100',
    DCGM_FI_PROF_GR_ENGINE_ACTIVE: '0.5',
    DCGM_FI_DEV_GPU_UTIL: '50',
    DCGM_FI_DEV_FB_USED: '1024',
  },
  'opencost-csv': {
    Date: '2026-09-01',
    Namespace: 'serving',
    Pod: 'llama-1',
    Container: 'vllm',
    GPUs: '2',
    GPUCost: '110.4',
    Labels: '',
  },
  litellm: {
    request_id: 'chatcmpl-1',
    startTime: '2026-09-01T10:00:00.000Z',
    endTime: '2026-09-01T10:00:03.500Z',
    prompt_tokens: '1200',
    completion_tokens: '240',
    model: 'llama-3.1-70b',
    spend: '0.00042',
  },
  langfuse: {
    id: 'obs-1',
    startTime: '2026-09-01T10:00:00.000Z',
    endTime: '2026-09-01T10:00:02.000Z',
    providedModelName: 'gpt-4.1',
    usageDetails: '{"input":100,"output":50}',
  },
  'openai-usage': {
    start_time: '1788220800',
    end_time: '1788307200',
    input_tokens: '1000',
    output_tokens: '500',
    num_model_requests: '5',
    model: 'gpt-4.1',
  },
  'anthropic-usage': {
    starting_at: '2026-09-01T00:00:00Z',
    ending_at: '2026-09-01T01:00:00Z',
    model: 'claude-haiku-4-5',
    uncached_input_tokens: '100',
    cache_read_input_tokens: '10',
    output_tokens: '3',
  },
  'alibaba-gpu-2023': {
    name: 'openb-pod-0000',
    cpu_milli: '12000',
    memory_mib: '16384',
    num_gpu: '1',
    gpu_milli: '460',
    gpu_spec: '',
    qos: 'LS',
    pod_phase: 'Running',
    creation_time: '0',
    deletion_time: '86400',
    scheduled_time: '0',
  },
  'training-runs': {
    run: 'atlas-r1',
    attempt: '1',
    start: '2026-09-01T00:00:00Z',
    end: '2026-09-02T00:00:00Z',
    project: 'atlas',
    state: 'completed',
    gpus: '64',
    gpu_class: 'H100-SXM-80GB',
    params_b: '7',
    tokens_b: '90',
    checkpoint_interval_h: '1',
    last_checkpoint: '2026-09-01T23:00:00Z',
    useful_h: '23',
    precision: 'bf16',
    kind: 'training',
    restartable: 'true',
  },
  inventory: {
    observed: '2026-09-29T00:00:00Z',
    kind: 'volume',
    id: 'vol-1',
    name: 'scratch',
    project: 'llm',
    state: 'available',
    attached_to: '',
    last_attached: '2026-08-01T00:00:00Z',
    created: '2026-01-01T00:00:00Z',
    size_gb: '500',
    source_exists: '',
    keep: '',
  },
  'model-facts': {
    observed: '2026-09-29T00:00:00Z',
    model: 'llama-3.3-70b',
    params_b: '70',
    dtype: 'bf16',
    engine: 'vllm',
    task: 'generate',
    kv_cache_gb: '20',
    short_share: '0.5',
    api_allowed: 'true',
    serving_since: '2026-01-01T00:00:00Z',
  },
} satisfies Record<string, UsageCells>

export type UsageLayout = keyof typeof goodUsage

/** What a person would answer where a format asks. */
export const usageAnswers = { zone: 'Europe/Berlin', origin: '2023-01-01' }

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as CSV under the names of the first. */
export function usageCsv(rows: readonly UsageCells[]): string {
  const names = Object.keys(rows[0] ?? {})
  return [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name] ?? '')).join(','))]
    .map((line) => `${line}\n`)
    .join('')
}
