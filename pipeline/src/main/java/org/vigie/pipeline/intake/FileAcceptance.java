package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.capture.file.TableForm;

/** Accepts single files in whichever kind they are. */
final class FileAcceptance {
  private final InputManifests manifests;
  private final FileTaker taker;
  private final TableForm form;
  private final boolean readsPictures;
  private final Clock clock;
  private final List<TakenFile> taken = new ArrayList<>();

  /**
   * @param taker takes what is of no format of the stream's own
   * @param form how texts and tables are written, as far as a person says so
   */
  FileAcceptance(
      InputManifests manifests,
      FileTaker taker,
      TableForm form,
      boolean readsPictures,
      Clock clock) {
    this.manifests = manifests;
    this.taker = taker;
    this.form = form;
    this.readsPictures = readsPictures;
    this.clock = clock;
  }

  /**
   * A file handed in.
   *
   * @param mapping advert-v1 key → column, for CSV files
   * @param alone whether it is refused if nothing of it can be read; else it is a dead letter, so
   *     that it doesn't stop the others of its folder
   * @param beside the pictures that it may name
   */
  record Handed(
      Path file,
      Map<String, String> mapping,
      Mandate mandate,
      boolean alone,
      FolderPictures beside) {
    /** Lines of another shape than advert-v1 are read as JSON of any shape is. */
    boolean isPlain(InputFormat format) {
      boolean pointed = mapping.values().stream().anyMatch(value -> value.startsWith("/"));
      return format != InputFormat.CSV && !(pointed && format == InputFormat.JSONL);
    }
  }

  /**
   * Accepts a file.
   *
   * @return null if its kind can't be told
   * @throws UnreadableInputException if it is refused, or is a CSV file without a column of texts
   */
  @Nullable InputManifest accept(Handed handed) throws IOException {
    Path file = handed.file();
    String mandate = handed.mandate().id();
    Optional<FileTaker.Taken> asked = taker.ask(file, mandate, clock.instant());
    if (asked.isPresent()) {
      return accept(asked.get(), handed.mandate());
    }
    Optional<InputFormat> format = InputFormat.detect(file);
    boolean foreign =
        format.isPresent() && format.get() == InputFormat.JSONL && InputFormat.isForeign(file);
    boolean plain = format.isPresent() && handed.isPlain(format.get()) && !foreign;
    if (plain && handed.alone() && form.isTold()) {
      throw new UnreadableInputException(
          "--encoding and --separator are for tables and texts, but %s is %s"
              .formatted(file, format.get()));
    }
    boolean lines = plain && format.get() == InputFormat.JSONL && readsPictures;
    if (plain && !lines) {
      return accept(handed, format.get());
    }
    if (!plain && !foreign && format.isPresent() && isPlainTable(handed)) {
      taken.add(PlainCsv.taken(file, handed.mapping()));
      return accept(handed, format.get());
    }
    FileTaker.Taken found =
        lines
            ? taker.takeLines(file, mandate, clock.instant(), handed.beside())
            : taker.take(file, handed.mapping(), mandate, clock.instant(), handed.beside());
    if (found == null) {
      return format.isPresent() ? accept(handed, format.get()) : null;
    }
    return found.file().adverts() == 0
        ? withoutAdverts(handed, format, found)
        : accept(found, handed.mandate());
  }

  private boolean isPlainTable(Handed handed) throws IOException {
    return !form.isTold() && !readsPictures && PlainCsv.is(handed.file(), handed.mapping());
  }

  private @Nullable InputManifest withoutAdverts(
      Handed handed, Optional<InputFormat> format, FileTaker.Taken found) throws IOException {
    if (found.file().unread() == 0 && found.file().kind().equals(FileTaker.PICTURE)) {
      Files.delete(found.kept());
      if (handed.alone()) {
        throw new UnreadableInputException(
            "a picture must hold a text or a code to be an advert, but %s holds none that is read"
                .formatted(handed.file()));
      }
      return null;
    }
    if (!handed.alone() && format.isEmpty()) {
      return accept(found, handed.mandate());
    }
    Files.delete(found.kept());
    if (format.isPresent() && !form.isTold() && !found.isCutOff()) {
      return accept(handed, format.get()); // which says what it must have
    }
    throw new UnreadableInputException(
        "%s was taken for %s, but nothing can be read: %s"
            .formatted(handed.file(), found.file().kind(), found.reason()));
  }

  /** Accepts what was made of a file, or of a feed. */
  InputManifest accept(FileTaker.Taken made, Mandate mandate) throws IOException {
    taken.add(made.file());
    Path file = made.file().file();
    String name = baseName(file);
    InputManifest input =
        manifests.accept(
            made.kept(),
            name,
            InputManifest.Layout.lines(name),
            new InputManifest.Acceptance(mandate.id(), clock.instant()),
            file.toAbsolutePath().normalize().toString());
    dropSecond(made.kept(), input);
    return input;
  }

  /** The same may have been kept before, under another name. */
  private static void dropSecond(Path kept, InputManifest input) throws IOException {
    Path known = Path.of(input.path());
    if (Files.exists(known) && !Files.isSameFile(known, kept)) {
      Files.delete(kept);
    }
  }

  private InputManifest accept(Handed handed, InputFormat format) throws IOException {
    return accept(handed.file(), format, handed.mapping(), handed.mandate());
  }

  /** Accepts a file in a given format. */
  InputManifest accept(Path file, InputFormat format, Map<String, String> mapping, Mandate mandate)
      throws IOException {
    Path path = file.toAbsolutePath().normalize();
    String name = baseName(path);
    InputManifest.Layout layout = new InputManifest.Layout(format, mapping, name);
    InputManifest.Acceptance acceptance =
        new InputManifest.Acceptance(mandate.id(), clock.instant());
    Optional<Path> kept =
        format == InputFormat.WARC
            ? taker.withPictures(path)
            : taker.inUtf8(new InputManifest("", path.toString(), name, 0, layout, acceptance));
    if (kept.isEmpty()) {
      return manifests.accept(path, name, layout, acceptance);
    }
    try {
      InputManifest input = manifests.accept(kept.get(), name, layout, acceptance, path.toString());
      dropSecond(kept.get(), input);
      return input;
    } catch (UnreadableInputException e) {
      Files.delete(kept.get());
      throw e;
    }
  }

  /** Returns what files were taken for that are of no format of the stream's own. */
  List<TakenFile> taken() {
    return List.copyOf(taken);
  }

  private static String baseName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
