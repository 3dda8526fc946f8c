"use client";

import LinkRounded from "@mui/icons-material/LinkRounded";
import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Copies the address, which holds the session and the settings. */
export function CopyLink() {
  const t = useTranslations("results");
  const [message, setMessage] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const copy = async () => {
    let text = t("copied");
    try {
      // Missing altogether on a page that is not served securely.
      await navigator.clipboard.writeText(window.location.href);
    } catch {
      text = t("copyFailed");
    }
    setMessage(text);
    setIsOpen(true);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<LinkRounded />}
        onClick={copy}
        sx={{ "@media print": { display: "none" } }}
      >
        {t("copy")}
      </Button>
      <Snackbar open={isOpen} autoHideDuration={6000} onClose={() => setIsOpen(false)} message={message} />
    </>
  );
}
