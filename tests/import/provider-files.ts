import type { FileRow } from './focus-file.ts'

/** A row of an AWS Cost and Usage Report (legacy names) with these changes. */
export function awsRow(changes: FileRow = {}): FileRow {
  return {
    'bill/PayerAccountId': '111122223333',
    'bill/BillingPeriodStartDate': '2026-09-01T00:00:00Z',
    'lineItem/UsageAccountId': '444455556666',
    'lineItem/LineItemType': 'Usage',
    'lineItem/UsageStartDate': '2026-09-02T00:00:00Z',
    'lineItem/UsageEndDate': '2026-09-02T01:00:00Z',
    'lineItem/ProductCode': 'AmazonEC2',
    'lineItem/UsageType': 'BoxUsage:g5.xlarge',
    'lineItem/Operation': 'RunInstances',
    'lineItem/ResourceId': 'i-1',
    'lineItem/UsageAmount': '1',
    'lineItem/CurrencyCode': 'USD',
    'lineItem/UnblendedCost': '1.006',
    'pricing/publicOnDemandCost': '1.006',
    'pricing/unit': 'Hrs',
    'reservation/EffectiveCost': '',
    'savingsPlan/SavingsPlanEffectiveCost': '',
    'resourceTags/user:team': 'ml',
    ...changes,
  }
}

/** A row of Azure cost details (Enterprise Agreement) with these changes. */
export function azureRow(changes: FileRow = {}): FileRow {
  return {
    BillingAccountId: '8611537',
    BillingPeriodStartDate: '09/01/2026',
    SubscriptionId: '00000000-1111-2222-3333-444444444444',
    Date: '09/02/2026',
    MeterCategory: 'Virtual Machines',
    MeterSubCategory: 'NCads H100 v5 Series',
    MeterName: 'NC40ads H100 v5',
    ResourceId: '/subscriptions/0/providers/Microsoft.Compute/virtualMachines/vm1',
    ResourceLocation: 'eastus',
    Quantity: '24',
    UnitOfMeasure: '1 Hour',
    CostInBillingCurrency: '167.52',
    BillingCurrencyCode: 'USD',
    ChargeType: 'Usage',
    PricingModel: 'OnDemand',
    ReservationId: '',
    Tags: '"team": "ml"',
    ...changes,
  }
}

/** A row of a Google Cloud billing export saved flat with these changes. */
export function gcpRow(changes: FileRow = {}): FileRow {
  return {
    billing_account_id: '01ABCD-234567-89EFGH',
    'service.description': 'Compute Engine',
    'sku.id': '6F81-5844-456A',
    'sku.description': 'A3 Instance Core running in Americas',
    usage_start_time: '2026-09-02 00:00:00 UTC',
    usage_end_time: '2026-09-02 01:00:00 UTC',
    'project.id': 'research',
    'location.region': 'us-central1',
    cost: '12.5',
    currency: 'USD',
    'usage.amount': '3600',
    'usage.unit': 'seconds',
    credits: '[]',
    'invoice.month': '202609',
    cost_type: 'regular',
    labels: '[{"key":"team","value":"ml"}]',
    ...changes,
  }
}
