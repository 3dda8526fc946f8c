"use client";

import DarkModeOutlined from "@mui/icons-material/DarkModeOutlined";
import LightModeOutlined from "@mui/icons-material/LightModeOutlined";
import IconButton from "@mui/material/IconButton";
import { useColorScheme } from "@mui/material/styles";

/**
 * Switches the scheme and remembers it. Choosing what the device shows anyway goes back to following the device.
 * Which icon shows is decided by CSS, so the server's markup is right before any script has run.
 */
export function ThemeToggle({ label }: { label: string }) {
  const { colorScheme, systemMode, mode, setMode } = useColorScheme();
  const toggle = () => {
    const next = colorScheme === "dark" ? "light" : "dark";
    // `systemMode` is known only while the device is followed; otherwise ask the browser.
    const device =
      mode === "system" ? systemMode : window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    setMode(next === device ? "system" : next);
  };
  return (
    <IconButton
      onClick={toggle}
      aria-label={label}
      sx={{
        "& .to-light": { display: "none" },
        "[data-theme='dark'] & .to-light": { display: "block" },
        "[data-theme='dark'] & .to-dark": { display: "none" },
      }}
    >
      <LightModeOutlined className="to-light" />
      <DarkModeOutlined className="to-dark" />
    </IconButton>
  );
}
