"use client";

import PrintRounded from "@mui/icons-material/PrintRounded";
import Button from "@mui/material/Button";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button
      variant="outlined"
      startIcon={<PrintRounded />}
      onClick={() => window.print()}
      sx={{ "@media print": { display: "none" } }}
    >
      {label}
    </Button>
  );
}
