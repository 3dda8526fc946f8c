import Box from "@mui/material/Box";

/** GET in pine, everything that changes something in blaze. */
export function MethodBadge({ method }: { method: string }) {
  const isRead = method === "GET";
  return (
    <Box
      component="span"
      sx={{
        flex: "none",
        minWidth: 52,
        px: 1,
        py: 0.25,
        borderRadius: 2,
        textAlign: "center",
        fontSize: "0.8125rem",
        fontWeight: 700,
        bgcolor: isRead ? "brand.pineTint" : "brand.blazeTint",
        color: isRead ? "primary.dark" : "secondary.dark",
      }}
    >
      {method}
    </Box>
  );
}
