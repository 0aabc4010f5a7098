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
import org.vigie.capture.file.PicturesBeside;
import org.vigie.files.digest.Sha256;

/** Takes files of people's for what they are, and keeps what they hold in the workspace. */
final class FileTaker {
  /** What is looked at to tell a kind. */
  private static final int START = 64 << 10;

  /** Above it no picture is even looked at. */
  private static final long MAX_PICTURE = 64L << 20;

  private final Path spool;
  private final @Nullable AdvertPictures pictures;

  /**
   * @param spool folder of what is kept
   * @param pictures reads those of adverts; null if they aren't to be read
   */
  FileTaker(Path spool, @Nullable AdvertPictures pictures) {
    this.spool = spool;
    this.pictures = pictures;
  }

  /**
   * A file taken.
   *
   * @param kept its adverts as lines of the schema advert-v1
   * @param reason why the first part that can't be read can't, or empty
   */
  record Taken(TakenFile file, Path kept, String reason) {}

  /**
   * Returns what a file was taken for, or null if nothing tells what it is.
   *
   * @param beside where the pictures lie that it names
   */
  @Nullable Taken take(
      Path file, Map<String, String> mapping, String mandate, Instant at, FolderPictures beside)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    if (pictures != null && FolderPictures.isPicture(file)) {
      return keep(file, "picture", mandate, at, kept -> readPicture(file, name, kept));
    }
    Optional<FileKind> kind = FileKind.recognise(name, start(file));
    if (kind.isEmpty()) {
      return null;
    }
    return keep(
        file,
        kind.get().words(),
        mandate,
        at,
        kept -> read(file, name, kind.get(), mapping, kept, beside));
  }

  /** Takes lines of the schema advert-v1, with what is in the pictures that they name. */
  Taken takeLines(Path file, String mandate, Instant at, FolderPictures beside)
      throws IOException {
    return keep(
        file,
        "adverts with pictures",
        mandate,
        at,
        kept -> new LinesWithPictures(kept, beside.beside(file)).read(file));
  }

  /** Reads a file into what is kept of it. */
  private interface Reading {
    void into(KeptFile kept) throws IOException;
  }

  private Taken keep(Path file, String kind, String mandate, Instant at, Reading reading)
      throws IOException {
    String name = String.valueOf(file.getFileName());
    Files.createDirectories(spool);
    Path part = Files.createTempFile(spool, "file-", ".part");
    long adverts;
    long unread;
    String reason;
    try (KeptFile kept = new KeptFile(part, new AdvertExtractor(), name, mandate, at, pictures)) {
      reading.into(kept);
      adverts = kept.adverts();
      unread = kept.unread();
      reason = kept.firstReason();
    }
    Path whole = spool.resolve("file-" + Sha256.of(part).replace("sha256:", "").substring(0, 20));
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    return new Taken(new TakenFile(file, kind, adverts, unread), whole, reason);
  }

  /** A photograph without a word is no advert, and no dead letter either. */
  private static void readPicture(Path file, String name, KeptFile kept) throws IOException {
    long size = Files.size(file);
    if (size > MAX_PICTURE) {
      kept.unread(
          name,
          "picture-too-large",
          "a picture must have at most %d bytes, but has %d".formatted(MAX_PICTURE, size));
    } else {
      kept.lonePicture(name, Files.readAllBytes(file));
    }
  }

  /** A file that is broken as a whole is a dead letter with its reason. */
  private static void read(
      Path file,
      String name,
      FileKind kind,
      Map<String, String> mapping,
      KeptFile kept,
      FolderPictures beside)
      throws IOException {
    if (Files.size(file) > kind.maxBytes()) {
      kept.unread("", "too-large", kind.tooLarge(Files.size(file)));
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      kind.read(
          new FileSource(name, bytes, mapping, 0), new PicturesBeside(kept, beside.beside(file)));
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
