"use client";

import CloseRounded from "@mui/icons-material/CloseRounded";
import SearchRounded from "@mui/icons-material/SearchRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";

type BrowseSearchProps = {
  text: string;
  onText: (text: string) => void;
  /** Searches at once, without waiting for a pause in typing. */
  onSearch: (q: string) => void;
};

const EXAMPLES = ["engines", "kids", "outdoors", "draw"] as const;
/** A phone has room for these before the list would leave the screen. */
const EXAMPLES_PHONE = 2;

/** The search box and what one could type into it. */
export function BrowseSearch({ text, onText, onSearch }: BrowseSearchProps) {
  const t = useTranslations("browse");
  return (
    <Box>
      <Box sx={{ display: "flex", gap: 1.5, alignItems: "stretch" }}>
        <TextField
          fullWidth
          type="search"
          name="q"
          id="browse-q"
          label={t("searchLabel")}
          placeholder={t("searchPlaceholder")}
          value={text}
          onChange={(event) => onText(event.target.value)}
          slotProps={{
            htmlInput: { maxLength: 500, enterKeyHint: "search" },
            inputLabel: { shrink: true },
            input: {
              endAdornment:
                text === "" ? null : (
                  <InputAdornment position="end">
                    <IconButton aria-label={t("clearSearch")} edge="end" onClick={() => onSearch("")}>
                      <CloseRounded />
                    </IconButton>
                  </InputAdornment>
                ),
            },
          }}
          sx={{ "& input::-webkit-search-cancel-button": { display: "none" } }}
        />
        <Button
          type="submit"
          variant="contained"
          color="blaze"
          aria-label={t("search")}
          sx={{ minWidth: { xs: 56, sm: 120 }, px: { xs: 1, sm: 2.5 } }}
        >
          <SearchRounded sx={{ display: { sm: "none" } }} />
          <Box component="span" sx={{ display: { xs: "none", sm: "inline" } }}>
            {t("search")}
          </Box>
        </Button>
      </Box>
      <Box sx={{ mt: 1.5, display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {t("examples")}
        </Typography>
        {EXAMPLES.map((name, i) => {
          const example = t(`example.${name}`);
          return (
            <Chip
              key={name}
              component={AppLink}
              href={`/careers?q=${encodeURIComponent(example)}`}
              clickable
              variant="soft"
              label={example}
              onClick={(event) => {
                event.preventDefault();
                onSearch(example);
              }}
              sx={{ minHeight: 36, display: { xs: i < EXAMPLES_PHONE ? "inline-flex" : "none", sm: "inline-flex" } }}
            />
          );
        })}
      </Box>
    </Box>
  );
}
