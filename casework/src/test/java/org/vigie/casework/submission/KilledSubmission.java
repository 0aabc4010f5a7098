package org.vigie.casework.submission;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.vigie.advert.Mandate;
import org.vigie.casework.config.PictureSettings;
import org.vigie.pipeline.workspace.Workspace;

/** Hands in one file in a process that a failpoint may end. */
final class KilledSubmission {
  static final String LINES = "{\"text\":\"Kitchen help wanted\"}\n";

  private KilledSubmission() {}

  static Submissions in(Path folder) {
    return in(folder, Clock.systemUTC());
  }

  static Submissions in(Path folder, Clock clock) {
    Mandate mandate = new Mandate("Unit", "Act", "example", "case 1", "A. Officer", Instant.MAX);
    return new Submissions(
        new Workspace(folder),
        folder.resolve("models"),
        () -> mandate,
        PictureSettings.defaults(),
        clock);
  }

  static Submissions.Accepted handIn(Submissions submissions) throws Exception {
    SubmittedFile file =
        submissions.receive(
            "list.jsonl", new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)));
    SubmissionReading reading = submissions.read("ana", file, "", "", Map.of()).orElseThrow();
    return submissions.accept(file, reading, Map.of());
  }

  public static void main(String[] args) throws Exception {
    handIn(in(Path.of(args[0])));
  }
}
