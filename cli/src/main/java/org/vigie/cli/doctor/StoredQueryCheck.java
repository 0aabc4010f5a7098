package org.vigie.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.casework.config.StoredQueryFile;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** The check of the stored queries: a run stops at one that can't be understood. */
final class StoredQueryCheck {
  private static final String SUBJECT = "queries";

  private final Path file;

  StoredQueryCheck(Path file) {
    this.file = file;
  }

  DoctorFinding finding() {
    try {
      int count = StoredQueryFile.read(file).size();
      return DoctorFinding.ok(SUBJECT, Words.count(count, "stored query", "stored queries"));
    } catch (IOException | UserError e) {
      return DoctorFinding.mend(
          SUBJECT,
          SafeText.line(String.valueOf(e.getMessage())),
          "mend it in queries.yaml of the workspace; until then ./vigie run refuses to start");
    }
  }
}
