package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;

/**
 * Folders whose files are accepted as they come, each once it has been quiet for a while: whoever
 * writes a file in place is not read halfway, and whoever moves one in whole waits no longer.
 *
 * <p>A file that changes afterwards is another input. One that can't be read is told of once, and
 * looked at again when it changes.
 */
public final class FolderWatch {
  /** How long a file must not have changed. */
  public static final Duration QUIET = Duration.ofSeconds(2);

  private final Inbox inbox;
  private final List<Path> folders;
  private final Map<String, String> csvMapping;
  private final Mandate mandate;
  private final Clock clock;

  /** File → what it was like when it was looked at. */
  private final Map<Path, Stamp> known = new HashMap<>();

  private record Stamp(long bytes, Instant changed) {}

  /**
   * Makes a watch, which looks at nothing yet.
   *
   * @param csvMapping advert-v1 key → column, for CSV files
   * @param mandate under which files are read
   */
  public FolderWatch(
      Inbox inbox,
      List<Path> folders,
      Map<String, String> csvMapping,
      Mandate mandate,
      Clock clock) {
    this.inbox = inbox;
    this.folders = List.copyOf(folders);
    this.csvMapping = Map.copyOf(csvMapping);
    this.mandate = mandate;
    this.clock = clock;
  }

  /**
   * Accepts what has come since the last look.
   *
   * @param onUnreadable told of a file that can't be accepted, and why
   * @return how many files were accepted
   * @throws org.vigie.advert.ExpiredMandateException if the mandate has ended
   * @throws IOException if a folder can't be listed, or the inbox not written
   */
  public int look(BiConsumer<Path, String> onUnreadable) throws IOException {
    mandate.requireValid(clock.instant());
    int accepted = 0;
    @Nullable IOException failed = null;
    for (Path folder : folders) {
      FolderPictures beside = new FolderPictures(folder);
      for (Path file : FolderPictures.picturesLast(folder)) {
        Optional<Stamp> stamp = stamp(file);
        if (stamp.isPresent() && beside.isNamed(file)) {
          known.put(file, stamp.get()); // it was read with the advert that names it
        } else if (stamp.isPresent() && isNews(file, stamp.get())) {
          try {
            accepted += accept(file, beside, onUnreadable) ? 1 : 0;
            known.put(file, stamp.get());
          } catch (IOException e) {
            failed = e; // tried again at the next look; the others needn't wait
          }
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
    return accepted;
  }

  private boolean isNews(Path file, Stamp stamp) {
    boolean quiet = !stamp.changed().plus(QUIET).isAfter(clock.instant());
    return quiet && !stamp.equals(known.get(file));
  }

  private boolean accept(Path file, FolderPictures beside, BiConsumer<Path, String> onUnreadable)
      throws IOException {
    if (Files.exists(file) && !Files.isReadable(file)) {
      onUnreadable.accept(file, "it can't be read");
      return false;
    }
    try {
      boolean wordless = inbox.readsPictures() && FolderPictures.isPicture(file);
      if (inbox.acceptAny(file, csvMapping, mandate, !wordless, beside) == null) {
        if (!wordless) {
          onUnreadable.accept(file, "its format can't be told");
        }
        return false;
      }
      return true;
    } catch (UnreadableInputException e) {
      onUnreadable.accept(file, String.valueOf(e.getMessage()));
      return false;
    } catch (NoSuchFileException e) {
      return false; // moved away meanwhile
    }
  }

  private static Optional<Stamp> stamp(Path file) throws IOException {
    try {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new Stamp(read.size(), read.lastModifiedTime().toInstant()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
