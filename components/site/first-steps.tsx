import Button from "@mui/material/Button";

/** The two ways to begin, for somebody who has nothing to look at yet. */
export function FirstSteps({ quiz, browse }: { quiz: string; browse: string }) {
  return (
    <>
      <Button variant="contained" color="blaze" size="large" href="/quiz">
        {quiz}
      </Button>
      <Button variant="outlined" size="large" href="/careers">
        {browse}
      </Button>
    </>
  );
}
