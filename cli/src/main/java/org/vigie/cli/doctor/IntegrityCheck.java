package org.vigie.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vigie.casework.custody.CheckState;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** What the last look over the workspace in the background found. */
final class IntegrityCheck {
  private static final String NAME = "integrity";
  private static final String LOOK = "type ./vigie check, which says what to do";

  private final Path file;

  /**
   * @param file in which it is kept
   */
  IntegrityCheck(Path file) {
    this.file = file;
  }

  DoctorFinding finding() {
    try {
      Optional<CheckState> found = CheckState.read(file);
      if (found.isEmpty()) {
        return DoctorFinding.ok(NAME, "not looked over yet: ./vigie serve does it each day");
      }
      CheckState state = found.get();
      String at = Words.minute(state.ended());
      return state.isWhole()
          ? DoctorFinding.ok(NAME, "all was as it was written at " + at)
          : DoctorFinding.mend(
              NAME,
              "%s at %s, such as %s"
                  .formatted(
                      Words.count(state.count(), "problem", "problems"),
                      at,
                      SafeText.line(state.problems().getFirst())),
              LOOK);
    } catch (IOException | RuntimeException e) {
      return DoctorFinding.mend(NAME, "can't be read: " + e.getMessage(), LOOK);
    }
  }
}
