package org.vigie.pipeline.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.file.FileKind;
import org.vigie.capture.file.FileSource;
import org.vigie.capture.file.PicturesBeside;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.file.TableStart;
import org.vigie.files.digest.Sha256;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.lines.Utf8Stream;
import org.vigie.pipeline.plugin.PluginFiles;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

/** Takes files of people's for what they are, and keeps what they hold in the workspace. */
final class FileTaker {
  /** What is looked at to tell a kind. */
  private static final int START = 64 << 10;

  /** What a picture is said to be that stands by itself. */
  static final String PICTURE = "picture";

  private static final String BROKEN_GZIP = "a gzip must be whole, but isn't";

  private final Workspace workspace;
  private final Path spool;
  private final TableForm form;
  private final PluginSet plugins;
  private final @Nullable AdvertPictures pictures;

  /**
   * @param workspace where what is taken is kept, but for what was erased from it
   * @param form how files are written, as far as a person says so
   * @param plugins that read files of some endings before we look at them
   * @param pictures reads those of adverts, or counts them; null if they aren't to be looked at
   */
  FileTaker(
      Workspace workspace, TableForm form, PluginSet plugins, @Nullable AdvertPictures pictures) {
    this.plugins = plugins;
    this.workspace = workspace;
    this.spool = Spool.of(workspace);
    this.form = form;
    this.pictures = pictures;
  }

  /**
   * A file taken.
   *
   * @param kept its adverts as lines of the schema advert-v1
   * @param reason why the first part that can't be read can't, or empty
   */
  record Taken(TakenFile file, Path kept, String reason) {
    /** Returns whether it is a gzip that is cut off: no other reader gets further. */
    boolean isCutOff() {
      return reason.equals(BROKEN_GZIP);
    }
  }

  /**
   * Returns what a file was taken for, or null if nothing tells what it is.
   *
   * @param beside where the pictures lie that it names
   */
  @Nullable Taken take(
      Path file, Map<String, String> mapping, String mandate, Instant at, FolderPictures beside)
      throws IOException {
    String name = bareName(file);
    if (pictures != null && FolderPictures.isPicture(file)) {
      // A photograph without a word is no advert, and no dead letter either.
      return keep(file, name, PICTURE, mandate, at, kept -> kept.lonePicture(name, file));
    }
    Optional<FileKind> kind = FileKind.recognise(name, start(file), form);
    if (kind.isEmpty()) {
      return null;
    }
    return keep(
        file,
        name,
        kind.get().words(),
        mandate,
        at,
        kept -> read(file, name, kind.get(), mapping, kept, beside));
  }

  /** Returns what a plug-in reads in a file, if one reads files of its name. */
  Optional<Taken> ask(Path file, String mandate, Instant at) throws IOException {
    String name = String.valueOf(file.getFileName());
    Optional<PluginSpec> plugin = plugins.readerOf(name);
    return plugin.isEmpty()
        ? Optional.empty()
        : Optional.of(ask(plugin.get(), file, name, mandate, at));
  }

  /**
   * Returns what a plug-in reads.
   *
   * @param file the file, or for a feed what it is called
   * @param name name of the file; empty for a feed
   */
  Taken ask(PluginSpec plugin, Path file, String name, String mandate, Instant at)
      throws IOException {
    return keep(
        file,
        name.isEmpty() ? plugin.name() : name,
        "what plug-in %s reads".formatted(plugin.name()),
        mandate,
        at,
        kept -> PluginFiles.read(plugin, name, name.isEmpty() ? "" : file.toString(), kept));
  }

  /** Takes lines of the schema advert-v1, with what is in the pictures that they name. */
  Taken takeLines(Path file, String mandate, Instant at, FolderPictures beside) throws IOException {
    return keep(
        file,
        bareName(file),
        "adverts with pictures",
        mandate,
        at,
        kept -> new LinesWithPictures(kept, beside.beside(file)).read(file));
  }

  /**
   * Takes a file that can't be read: it is a dead letter.
   *
   * @param name of the file in its folder
   * @param reason why it can't
   */
  Taken unfit(Path file, String name, String reason, String mandate, Instant at)
      throws IOException {
    String words = "a file that can't be read (%s)".formatted(reason);
    return keep(file, name, words, mandate, at, kept -> kept.unread(name, "unfit-file", reason));
  }

  /**
   * Keeps a copy in UTF-8 of lines that are in UTF-16, so that what must be erased of them can be.
   *
   * @param read how they are read
   * @return nothing if they are in UTF-8, or are a gzip that is cut off
   */
  Optional<Path> inUtf8(InputManifest read) throws IOException {
    Path file = Path.of(read.path());
    if (read.layout().format() == InputFormat.WARC || !Utf8Stream.isWide(start(file))) {
      return Optional.empty();
    }
    try (InputStream in = new Utf8Stream(opened(file))) {
      ErasedAdverts erased = ErasedAdverts.of(workspace);
      return Optional.of(
          new Spool(spool).keep(in, part -> erased.emptyLines(read.at(part.toString()))));
    } catch (ZipException | EOFException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a copy of a capture file with what was read in its pictures in their place.
   *
   * @return nothing if there is no picture in it, or nobody asks for them
   */
  Optional<Path> withPictures(Path warc) throws IOException {
    if (pictures == null) {
      return Optional.empty();
    }
    Optional<Path> copy = WarcPictures.read(warc, pictures, spool);
    if (copy.isEmpty()) {
      return copy;
    }
    Path kept = spool.resolve("file-" + InputManifests.digest(copy.get()).substring(0, 20));
    return Optional.of(Files.move(copy.get(), kept, StandardCopyOption.REPLACE_EXISTING));
  }

  /** What hands on what a file holds. */
  @FunctionalInterface
  private interface Reading {
    void into(KeptFile kept) throws IOException;
  }

  private Taken keep(
      Path file, String name, String words, String mandate, Instant at, Reading reading)
      throws IOException {
    Files.createDirectories(spool);
    Path part = Files.createTempFile(spool, "file-", ".part");
    try {
      return keep(part, file, name, words, mandate, at, reading);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private Taken keep(
      Path part, Path file, String name, String words, String mandate, Instant at, Reading reading)
      throws IOException {
    long adverts;
    long unread;
    String reason;
    List<TableStart> tables;
    try (KeptFile kept = new KeptFile(part, new AdvertExtractor(), name, mandate, at, pictures)) {
      reading.into(kept);
      kept.leftPictures();
      adverts = kept.adverts();
      unread = kept.unread();
      reason = kept.firstReason();
      tables = kept.tables();
    }
    String called = String.valueOf(file.getFileName());
    ErasedAdverts.of(workspace)
        .emptyLines(
            new InputManifest(
                "",
                part.toString(),
                called,
                0,
                InputManifest.Layout.lines(called),
                new InputManifest.Acceptance(mandate, at)));
    Path whole = spool.resolve("file-" + Sha256.of(part).replace("sha256:", "").substring(0, 20));
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    return new Taken(new TakenFile(file, words, adverts, unread, tables), whole, reason);
  }

  /** A file that is broken as a whole is a dead letter with its reason. */
  private void read(
      Path file,
      String name,
      FileKind kind,
      Map<String, String> mapping,
      KeptFile kept,
      FolderPictures beside)
      throws IOException {
    byte[] bytes;
    try (InputStream in = opened(file)) {
      long least = Files.size(file);
      bytes = least > kind.maxBytes() ? new byte[0] : in.readNBytes((int) kind.maxBytes() + 1);
      if (Math.max(least, bytes.length) > kind.maxBytes()) {
        kept.unread("", "too-large", kind.tooLarge(Math.max(least, bytes.length)));
        return;
      }
    } catch (ZipException | EOFException e) {
      kept.unread("", "broken", BROKEN_GZIP);
      return;
    }
    try {
      kind.read(
          new FileSource(name, bytes, mapping, form),
          new PicturesBeside(kept, beside.beside(file)));
    } catch (IOException e) {
      kept.unread("", "broken", String.valueOf(e.getMessage()));
    }
    kept.knownPictures();
    kept.leftPictures();
    if (kept.adverts() == 0 && kept.unread() == 0) {
      kept.unread(
          "",
          "no-adverts",
          "a file taken for %s must hold an advert, but none was found in it"
              .formatted(kind.words()));
    }
  }

  private static String bareName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("(?i)\\.gz$", "");
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = opened(file)) {
      return in.readNBytes(START);
    } catch (ZipException | EOFException e) {
      return new byte[0]; // a gzip without a single whole block tells nothing
    }
  }

  /** Returns what a file holds, also one that is compressed as a whole. */
  private static InputStream opened(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    return magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b
        ? new GZIPInputStream(in)
        : in;
  }
}
