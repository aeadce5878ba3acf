import { SelectField, TextField } from '@/components/ui/field.tsx'
import styles from './imports.module.css'
import type { MappingValues } from './mapping-fields.ts'
import { dateLayouts, identityTargets, optionalTargets } from './mapping-fields.ts'

type Props = {
  header: readonly string[]
  values: MappingValues
  problems: Readonly<Record<string, string>>
  onChange: (key: string, value: string) => void
}

/** A picker for every target: needed ones first, then those that tell more. */
export function MappingForm(props: Props) {
  const { values, problems, onChange } = props
  return (
    <>
      <h3 className={styles.group}>Needed</h3>
      <div className={styles.fields}>
        <ColumnField {...props} target="chargeStart" label="Charge date" />
        <SelectField
          label="Dates are written"
          value={values.dateLayout ?? ''}
          error={problems.dateLayout}
          onChange={(event) => onChange('dateLayout', event.target.value)}
        >
          <option value="">choose</option>
          {dateLayouts.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <ColumnField {...props} target="cost" label="Billed cost" />
        <SelectField
          label="Amounts are written"
          value={values.decimalComma ?? 'no'}
          error={problems.decimalComma}
          onChange={(event) => onChange('decimalComma', event.target.value)}
        >
          <option value="no">1,234.50, decimal point</option>
          <option value="yes">1.234,50, decimal comma</option>
        </SelectField>
        <TextField
          label="Provider"
          hint="who sent the bill"
          value={values.provider ?? ''}
          error={problems.provider}
          onChange={(event) => onChange('provider', event.target.value)}
        />
        {identityTargets.map((target) => (
          <ColumnOrText key={target.key} {...props} target={target} />
        ))}
      </div>
      <h3 className={styles.group}>Where the file has it</h3>
      <div className={styles.fields}>
        {optionalTargets.map(({ key, label, hint }) => (
          <ColumnField key={key} {...props} target={key} label={label} hint={hint} />
        ))}
      </div>
    </>
  )
}

function ColumnField(props: Props & { target: string; label: string; hint?: string | undefined; none?: string }) {
  return (
    <SelectField
      label={props.label}
      hint={props.hint}
      error={props.problems[props.target]}
      value={props.values[props.target] ?? ''}
      onChange={(event) => props.onChange(props.target, event.target.value)}
    >
      <option value="">{props.none ?? 'not in this file'}</option>
      {props.header.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

function ColumnOrText(props: Props & { target: (typeof identityTargets)[number] }) {
  const { key, fixed, label, fixedHint } = props.target
  return (
    <>
      <ColumnField {...props} target={key} label={label} none="one for the whole file" />
      {!props.values[key] && (
        <TextField
          label={`${label} of the whole file`}
          hint={fixedHint}
          value={props.values[fixed] ?? ''}
          onChange={(event) => props.onChange(fixed, event.target.value)}
        />
      )}
    </>
  )
}
