package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.file.FileKind;
import org.vigie.capture.file.FileSource;
import org.vigie.files.digest.Sha256;

/** Takes files of people's for what they are, and keeps what they hold in the workspace. */
final class FileTaker {
  /** What is looked at to tell a kind. */
  private static final int START = 64 << 10;

  private final Path spool;

  /**
   * @param spool folder of what is kept
   */
  FileTaker(Path spool) {
    this.spool = spool;
  }

  /**
   * A file taken.
   *
   * @param kept its adverts as lines of the schema advert-v1
   * @param reason why the first part that can't be read can't, or empty
   */
  record Taken(TakenFile file, Path kept, String reason) {}

  /** Returns what a file was taken for, or null if nothing tells what it is. */
  @Nullable Taken take(Path file, Map<String, String> mapping, String mandate, Instant at)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    Optional<FileKind> kind = FileKind.recognise(name, start(file));
    if (kind.isEmpty()) {
      return null;
    }
    Files.createDirectories(spool);
    Path part = Files.createTempFile(spool, "file-", ".part");
    long adverts;
    long unread;
    String reason;
    try (KeptFile kept = new KeptFile(part, new AdvertExtractor(), name, mandate, at)) {
      read(file, name, kind.get(), mapping, kept);
      adverts = kept.adverts();
      unread = kept.unread();
      reason = kept.firstReason();
    }
    Path whole = spool.resolve("file-" + Sha256.of(part).replace("sha256:", "").substring(0, 20));
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    return new Taken(new TakenFile(file, kind.get().words(), adverts, unread), whole, reason);
  }

  /** A file that is broken as a whole is a dead letter with its reason. */
  private static void read(
      Path file, String name, FileKind kind, Map<String, String> mapping, KeptFile kept)
      throws IOException {
    if (Files.size(file) > kind.maxBytes()) {
      kept.unread("", "too-large", kind.tooLarge(Files.size(file)));
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      kind.read(new FileSource(name, bytes, mapping, 0), kept);
    } catch (IOException e) {
      kept.unread("", "broken", String.valueOf(e.getMessage()));
    }
    if (kept.adverts() == 0 && kept.unread() == 0) {
      kept.unread(
          "",
          "no-adverts",
          "a file taken for %s must hold an advert, but none was found in it"
              .formatted(kind.words()));
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(START);
    }
  }
}
