package org.vigie.casework.deconflict;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.files.owner.WholeFile;

/**
 * The answers that went out over the line, kept until their requests expire: a request is answered
 * once, and a line that broke would lose the answer. The same bytes go out again, so that nothing
 * more is told.
 */
public final class KeptAnswers {
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}-([0-9]{1,12})\\.answer");

  private final Path folder;

  /**
   * @param workspace root of the workspace
   */
  public KeptAnswers(Path workspace) {
    this.folder = workspace.resolve("deconflict/answers");
  }

  /** Keeps the answer to a request. */
  public void keep(DeconflictRequest request, byte[] answer) throws IOException {
    OwnerOnly.folder(folder);
    WholeFile.write(file(request), answer);
  }

  /** Returns the answer to a request, if it was answered here and hasn't expired. */
  public Optional<byte[]> find(DeconflictRequest request, Instant now) throws IOException {
    Path file = file(request);
    boolean isKept = now.isBefore(request.terms().expires()) && Files.exists(file);
    return isKept ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Forgets answers whose requests have expired. */
  public void forgetExpired(Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> kept = Files.newDirectoryStream(folder)) {
      for (Path file : kept) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches() && Long.parseLong(name.group(1)) <= now.getEpochSecond()) {
          Files.delete(file);
        }
      }
    }
  }

  private Path file(DeconflictRequest request) {
    return folder.resolve(
        "%s-%d.answer"
            .formatted(
                request.hash().substring("sha256:".length()),
                request.terms().expires().getEpochSecond()));
  }
}
