package org.vigie.casework.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vigie.advert.Finding;
import org.vigie.files.process.SharedClasses;
import org.vigie.pipeline.workspace.Workspace;

/**
 * A process that looks into one submitted file, bounded in memory and time: what a file made to
 * harm takes is taken from nobody else.
 */
final class SubmissionProcess {
  /** A workbook of 64 MiB is read in it; an archive that needs more is refused. */
  private static final int HEAP_MEBIBYTES = 512;

  static final Duration LIMIT = Duration.ofSeconds(120);

  /** More than ten thousand ids, a hundred reasons and three tables take. */
  private static final long MOST_FOUND = 8L << 20;

  private static final List<String> HANDED_ON =
      List.of("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX");

  private final Workspace workspace;
  private final Path models;
  private final SubmittedPictures pictures;

  SubmissionProcess(Workspace workspace, Path models, SubmittedPictures pictures) {
    this.workspace = workspace;
    this.models = models;
    this.pictures = pictures;
  }

  /** What a person said of how a file is written. */
  record Said(String encoding, String separator, Map<String, String> mapping) {}

  /** Returns what was read, or nothing if that took too much time or memory. */
  Optional<SubmissionReading> read(SubmittedFile file, Said said, Instant at) throws IOException {
    Path found = file.folder().resolve(SubmissionReader.FOUND);
    Files.deleteIfExists(found);
    ProcessBuilder builder =
        new ProcessBuilder(command(file, said, at))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().retainAll(HANDED_ON);
    boolean ended = hasEnded(builder.start());
    if (!ended || !Files.exists(found) || Files.size(found) > MOST_FOUND) {
      return Optional.empty();
    }
    return Optional.of(SubmissionReader.JSON.readValue(found.toFile(), SubmissionReading.class));
  }

  /** Returns what to say of a file that took too much. */
  static Finding tooMuch() {
    return Finding.of("file-takes-too-much")
        .with("seconds", LIMIT.toSeconds())
        .with("mebibytes", HEAP_MEBIBYTES);
  }

  private static boolean hasEnded(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private List<String> command(SubmittedFile file, Said said, Instant at) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // What a crash leaves behind would hold the file.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + file.folder()));
    command.addAll(SharedClasses.options(SubmissionReader.class));
    command.add(SubmissionReader.class.getName());
    command.addAll(
        List.of(
            file.folder().toString(),
            file.name(),
            at.toString(),
            said.encoding(),
            said.separator(),
            workspace.root().toString(),
            models.toAbsolutePath().toString()));
    command.addAll(pictures.arguments());
    said.mapping().forEach((key, column) -> command.addAll(List.of(key, column)));
    return command;
  }
}
