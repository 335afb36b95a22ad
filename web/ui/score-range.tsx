import { defineComponent } from 'vue';

/** A score as a thin mark in a light band: the band is what it could be, the mark what the known parts say. */
export const ScoreRange = defineComponent(
  (props: {
    readonly value: number | null;
    readonly low: number;
    readonly high: number;
    readonly label: string;
    readonly quiet?: boolean;
  }) => {
    const percent = (share: number): string => `${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`;
    return () => (
      <span class={['score-range', { quiet: props.quiet }]} role="img" aria-label={props.label} title={props.label}>
        <span
          class="score-band"
          style={{ left: percent(props.low), width: percent(Math.max(0, props.high - props.low)) }}
        />
        {props.value === null ? null : <span class="score-mark" style={{ left: percent(props.value) }} />}
      </span>
    );
  },
  {
    name: 'ScoreRange',
    props: { value: Number, low: Number, high: Number, label: String, quiet: Boolean } as unknown as [
      'value',
      'low',
      'high',
      'label',
      'quiet',
    ],
  },
);
