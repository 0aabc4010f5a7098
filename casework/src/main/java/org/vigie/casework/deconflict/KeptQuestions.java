package org.vigie.casework.deconflict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.exchange.deconflict.AskedSelectors;
import org.vigie.exchange.deconflict.DeconflictAnswer;
import org.vigie.exchange.deconflict.DeconflictQuestion;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.exchange.deconflict.SharedContacts;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/**
 * The questions of a workspace that wait for their answers: each with its request and, in a file of
 * its owner's alone, its blinds. They go when the answer is read, or some days after they expired.
 */
public final class KeptQuestions {
  /** An answer that was written in time may still be on its way. */
  private static final Duration GRACE = Duration.ofDays(7);

  private static final String REQUEST = ".request";
  private static final String BLINDS = ".blinds";

  private final Path folder;

  /**
   * @param workspace root of the workspace
   */
  public KeptQuestions(Path workspace) {
    this.folder = workspace.resolve("deconflict");
  }

  /** Keeps a question. */
  public void keep(DeconflictQuestion question) throws IOException {
    OwnerOnly.folder(folder);
    String id = question.kept().id();
    try {
      // The request first: by it the blinds are found again and forgotten.
      Files.write(OwnerOnly.file(file(id, REQUEST)), question.request());
      question.kept().write(file(id, BLINDS));
    } catch (IOException | RuntimeException e) {
      forget(id);
      throw e;
    }
  }

  /**
   * Finds what an answer says is shared.
   *
   * @throws UserError if no question waits for it, or it isn't the answer to that one
   */
  public SharedContacts read(DeconflictAnswer answer) throws IOException {
    Path blinds = file(answer.id(), BLINDS);
    if (!answer.id().matches("[0-9a-f]{32}") || !Files.exists(blinds)) {
      throw UserError.ofInput(
          "an answer must be to a request that waits here, but none of that id does; an answer is"
              + " read once");
    }
    return SharedContacts.find(
        AskedSelectors.read(blinds), DeconflictRequest.read(file(answer.id(), REQUEST)), answer);
  }

  /**
   * Returns whether a question waits for its answer.
   *
   * @param hash of its request
   */
  public boolean waits(String id, String hash) throws IOException {
    Path request = file(id, REQUEST);
    return Files.exists(file(id, BLINDS)) && DeconflictRequest.read(request).hash().equals(hash);
  }

  /** Forgets a question. */
  public void forget(String id) throws IOException {
    Files.deleteIfExists(file(id, BLINDS));
    Files.deleteIfExists(file(id, REQUEST));
  }

  /** Forgets all questions that expired a week ago, and returns how many. */
  public int forgetExpired(Instant now) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int forgotten = 0;
    for (Path file : requests()) {
      if (now.isAfter(end(file).plus(GRACE))) {
        String name = String.valueOf(file.getFileName());
        forget(name.substring(0, name.length() - REQUEST.length()));
        forgotten++;
      }
    }
    return forgotten;
  }

  private List<Path> requests() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(REQUEST)).toList();
    }
  }

  private Path file(String id, String ending) {
    return folder.resolve(id + ending);
  }

  /** What was written in part ends when it was written: no answer to it can be read. */
  private static Instant end(Path request) throws IOException {
    try {
      return DeconflictRequest.read(request).terms().expires();
    } catch (UserError e) {
      return Files.getLastModifiedTime(request).toInstant();
    }
  }
}
