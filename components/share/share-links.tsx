"use client";

import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import Skeleton from "@mui/material/Skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useErrorWords } from "@/components/careers/use-error-words";
import { AppLink } from "@/components/ui/app-link";
import { classNames } from "@/components/ui/class-names";
import text from "@/components/ui/type.module.css";
import type { ShareLink } from "@/lib/contracts/share";
import { copyText } from "./copy-text";
import { toAddress } from "./make-link";
import { revokeShareOptions, shareLinksOptions } from "./queries";
import styles from "./share.module.css";

/** A person's links that work, each with the way to take it back. */
export function ShareLinks({ onRevoked }: { onRevoked: (id: string) => void }) {
  const t = useTranslations();
  const toWords = useErrorWords();
  const id = useId();
  const client = useQueryClient();
  const [status, setStatus] = useState("");
  const links = useQuery(shareLinksOptions());
  const revoke = useMutation({
    ...revokeShareOptions(),
    onSuccess: (_, gone) => {
      setStatus(t("share.revoked"));
      onRevoked(gone);
      client.setQueryData(shareLinksOptions().queryKey, (last) =>
        last === undefined ? last : { items: last.items.filter((link) => link.id !== gone) },
      );
    },
  });
  const copy = async (link: ShareLink) =>
    setStatus(t((await copyText(toAddress(link.url))) ? "share.copied" : "share.copyYourself"));
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={text.h5}>
        {t("share.linksTitle")}
      </h3>
      <p className={classNames(text.small, text.muted)}>
        {t(links.data?.items.length === 0 ? "share.linksNone" : "share.linksIntro")}
      </p>
      <p role="status" className={text.small}>
        {status}
      </p>
      {revoke.error === null ? null : (
        <Alert severity="error">{t("share.revokeFailed", { reason: toWords(revoke.error) })}</Alert>
      )}
      {links.isPending ? <Skeleton variant="rounded" height={64} aria-label={t("common.loading")} /> : null}
      {links.error === null ? null : (
        <Alert
          severity="error"
          action={
            <Button color="inherit" size="small" onClick={() => links.refetch()}>
              {t("common.retry")}
            </Button>
          }
        >
          {t("share.linksFailed", { reason: toWords(links.error) })}
        </Alert>
      )}
      <ul className={styles.links}>
        {links.data?.items.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            isRevoking={revoke.isPending && revoke.variables === link.id}
            onCopy={() => copy(link)}
            onRevoke={() => revoke.mutate(link.id)}
          />
        ))}
      </ul>
    </section>
  );
}

type LinkRowProps = { link: ShareLink; isRevoking: boolean; onCopy: () => void; onRevoke: () => void };

function LinkRow({ link, isRevoking, onCopy, onRevoke }: LinkRowProps) {
  const t = useTranslations("share");
  const format = useFormatter();
  const [isAsking, setIsAsking] = useState(false);
  const [first = "", ...others] = link.careers;
  const name = others.length === 0 ? first : t("linkName", { first, count: others.length });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const made = format.dateTime(new Date(link.createdAt), { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <li className={styles.link}>
      <div className={styles.linkName}>
        <AppLink href={link.url} className={text.small}>
          {name}
        </AppLink>
        <p className={classNames(text.caption, text.muted)}>{t("linkMade", { date: made })}</p>
      </div>
      {isAsking ? (
        <div className={styles.sure}>
          <p className={text.small}>{t("revokeSure")}</p>
          <Button size="small" variant="contained" color="error" aria-busy={isRevoking} onClick={onRevoke} autoFocus>
            {t("revokeYes")}
          </Button>
          <Button size="small" variant="outlined" onClick={() => setIsAsking(false)}>
            {t("revokeNo")}
          </Button>
        </div>
      ) : (
        <>
          <Button size="small" onClick={onCopy} aria-label={t("copyOf", { name })}>
            {t("copy")}
          </Button>
          <Button size="small" color="error" onClick={() => setIsAsking(true)} aria-label={t("revokeOf", { name })}>
            {t("revoke")}
          </Button>
        </>
      )}
    </li>
  );
}
