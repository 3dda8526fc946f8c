import { useId } from "react";
import controls from "@/components/ui/controls.module.css";

type DayFieldProps = { name: string; label: string; value: string; onChange: (value: string) => void };

/** A native date field: empty, or a whole day. */
export function DayField({ name, label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={controls.label}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={controls.control}
      />
    </div>
  );
}
