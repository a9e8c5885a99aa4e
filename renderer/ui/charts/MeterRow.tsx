import { Meter, type MeterProps } from '../Meter';

/** Label, bar and value on one line; rows stand under each other and align. */
export function MeterRow(props: MeterProps) {
  return (
    <div className="meter-row">
      <span className="clip" title={props.label}>
        {props.label}
      </span>
      <Meter {...props} />
      <span className="num n">{props.text}</span>
    </div>
  );
}
