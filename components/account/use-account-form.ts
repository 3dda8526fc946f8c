"use client";

import { type SyntheticEvent, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, type RegisterOptions, useForm } from "react-hook-form";
import type { Fault } from "./error-summary";

type FormFault<Values extends FieldValues> = { field?: Path<Values>; message: string };

type AccountFormOptions<Values extends FieldValues> = {
  /** Starts the ids of the controls. */
  id: string;
  /** The controls, in the order in which their faults are listed. */
  fields: readonly Path<Values>[];
  defaultValues: DefaultValues<Values>;
  /** Keeps the form busy until it is done. */
  send: (values: Values) => Promise<unknown>;
  /** What a refusal means, by field where it has one. */
  toFaults: (error: unknown) => FormFault<Values>[];
};

/**
 * A short form that is sent once at a time. Nothing is marked wrong before it is sent; after that, faults go as they are mended.
 * What was typed stays, whatever the server says.
 */
export function useAccountForm<Values extends FieldValues>(options: AccountFormOptions<Values>) {
  const { id, fields, defaultValues, send, toFaults } = options;
  const { register, handleSubmit, setError, formState, control, reset } = useForm<Values>({
    defaultValues,
    // The summary takes the focus: it says everything that is wrong, not only the first.
    shouldFocusError: false,
  });
  const [refusals, setRefusals] = useState<FormFault<Values>[]>([]);
  const [attempt, setAttempt] = useState(0);
  const isPending = formState.isSubmitting;
  const fail = (error: unknown) => {
    const faults = toFaults(error);
    for (const { field, message } of faults) if (field !== undefined) setError(field, { message });
    setRefusals(faults.filter(({ field }) => field === undefined));
  };
  const trySend = (values: Values) => send(values).catch(fail);
  const sendOnce = handleSubmit(trySend);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isPending) return;
    setRefusals([]);
    await sendOnce(event);
    setAttempt((last) => last + 1);
  };
  const toError = (name: Path<Values>) => formState.errors[name]?.message as string | undefined;
  const toFault = (name: Path<Values>): Fault => ({ field: `${id}-${name}`, message: toError(name) ?? "" });
  return {
    submit,
    isPending,
    attempt,
    control,
    reset,
    faults: [...fields.map(toFault).filter(({ message }) => message !== ""), ...refusals] as Fault[],
    field: <Name extends Path<Values>>(name: Name, rules?: RegisterOptions<Values, Name>) => ({
      ...register(name, rules),
      id: `${id}-${name}`,
      error: toError(name),
    }),
  };
}
