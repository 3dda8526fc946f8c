import Box from "@mui/material/Box";

/** The first thing the Tab key reaches: past the header, straight to the content. */
export function SkipLink({ label }: { label: string }) {
  return (
    <Box
      component="a"
      href="#content"
      sx={{
        position: "fixed",
        top: 8,
        left: 8,
        zIndex: "tooltip",
        px: 2,
        py: 1.25,
        borderRadius: 3,
        bgcolor: "blaze.main",
        color: "blaze.contrastText",
        fontWeight: 650,
        transform: "translateY(-200%)",
        opacity: 0,
        "&:focus": { transform: "none", opacity: 1 },
      }}
    >
      {label}
    </Box>
  );
}
