package org.vigie.casework.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.AlertLine;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.file.TableForm;
import org.vigie.casework.config.PictureSettings;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.Failpoint;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The way of handed-in files into the inbox of a workspace, from which a run takes them at once or
 * when it starts next.
 *
 * <p>A file is written beside the inbox, looked into, moved there whole, and accepted: killed in
 * between, nothing is accepted, and what is left is removed at the next start.
 */
public final class Submissions {
  /** Most bytes of a file; more is a task for {@code ./vigie run --input}. */
  public static final long MOST_BYTES = 64L << 20;

  /** In which a file has come whole: a megabit a second is enough for the largest. */
  public static final Duration LONGEST_COMING = Duration.ofMinutes(10);

  /** A place at which a test may end the process: a file is written, and nobody looked into it. */
  static final String RECEIVED = "submission-received";

  /** Another: it lies in the inbox, and isn't accepted. */
  static final String MOVED = "submission-moved";

  private static final String MOVED_NAME = "submitted-";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Workspace workspace;
  private final Path models;
  private final Supplier<Mandate> mandate;
  private final Clock clock;
  private final PictureSettings pictures;
  private final SubmittedFiles waiting;
  private final LookingTurns turns;

  /**
   * Makes a way, which looks at nothing yet.
   *
   * @param models folder of the models, with templates of sites
   * @param mandate that under which files are accepted now; throws if none holds
   * @param pictures how pictures are read where that mandate permits it
   */
  public Submissions(
      Workspace workspace,
      Path models,
      Supplier<Mandate> mandate,
      PictureSettings pictures,
      Clock clock) {
    this.workspace = workspace;
    this.pictures = pictures;
    this.models = models;
    this.mandate = mandate;
    this.clock = clock;
    turns = new LookingTurns(clock, PATIENCE);
    waiting = new SubmittedFiles(workspace.database().resolveSibling("submitted"), clock);
  }

  /** Says that a file is larger than any that is taken. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("a file must have at most %d bytes, but has more".formatted(MOST_BYTES));
    }
  }

  /** Says that a file didn't come whole in time. */
  public static final class TooSlowException extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlowException() {
      super("a file must come within %d minutes, but didn't".formatted(LONGEST_COMING.toMinutes()));
    }
  }

  /**
   * An accepted file.
   *
   * @param input as which it is accepted
   * @param wasThere whether the same had been accepted before
   */
  public record Accepted(InputManifest input, boolean wasThere) {}

  /**
   * Writes what comes in to the disk.
   *
   * @param name what it is called; may be anything
   * @throws TooLargeException if it has too many bytes, none of which is kept
   * @throws TooSlowException if it takes longer than {@link #LONGEST_COMING}; nothing is kept
   */
  public SubmittedFile receive(String name, InputStream in) throws IOException {
    return waiting.receive(name, in);
  }

  /**
   * Looks into a file, unless too many others wait for that.
   *
   * @param account who handed it in
   * @param encoding charset of texts as somebody named it, or empty to guess it
   * @param separator what parts the values of tables as somebody named it, or empty to guess it
   * @param mapping advert-v1 key → column or JSON pointer
   * @return nothing if others were looked into all the while, or another of the same account
   * @throws IllegalArgumentException if no charset or separator has the name
   */
  public Optional<SubmissionReading> read(
      String account,
      SubmittedFile file,
      String encoding,
      String separator,
      Map<String, String> mapping)
      throws IOException {
    TableForm form = TableForm.typed(encoding, separator);
    if (file.bytes() == 0) {
      return Optional.of(refused(Finding.of("file-empty")));
    }
    if (!Unpacked.fits(file.file())) {
      return Optional.of(
          refused(Finding.of("gzip-torn-or-too-large").with("bytes", Unpacked.MOST_BYTES)));
    }
    Duration rest = turns.rest(account);
    if (rest.isPositive()) {
      return Optional.of(
          refused(Finding.of("file-after-rest").with("minutes", rest.plusSeconds(59).toMinutes())));
    }
    try {
      if (!turns.begin(account)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    boolean tookTooMuch = false;
    try {
      SubmissionProcess.Said said =
          new SubmissionProcess.Said(encoding.strip(), separator, mapping);
      Optional<SubmissionReading> reading = look(file, form, said);
      tookTooMuch = reading.isEmpty();
      return Optional.of(reading.orElseGet(() -> refused(SubmissionProcess.tooMuch())));
    } finally {
      turns.end(account, tookTooMuch);
    }
  }

  /** Lines are read one by one; anything else in a process that may come to harm. */
  private Optional<SubmissionReading> look(
      SubmittedFile file, TableForm form, SubmissionProcess.Said said) throws IOException {
    Map<String, String> mapping = said.mapping();
    boolean pointed = mapping.values().stream().anyMatch(column -> column.startsWith("/"));
    boolean lines =
        !pointed
            && !form.isTold()
            && InputFormat.detect(file.file()).equals(Optional.of(InputFormat.JSONL));
    Instant now = clock.instant();
    if (!lines) {
      SubmittedPictures asked = reading(now);
      Optional<Finding> broken = asked.broken();
      return broken.isPresent()
          ? Optional.of(refused(broken.get()))
          : new SubmissionProcess(workspace, models, asked).read(file, said, now);
    }
    SiteTemplates templates = TemplateFolders.of(workspace, models).read();
    return Optional.of(
        new SubmissionReader(file, form, mapping, templates)
            .read(now, SubmittedPictures.notPermitted())); // a file of lines holds no picture
  }

  /** Without a mandate nothing is accepted afterwards, so no picture is read either. */
  private SubmittedPictures reading(Instant now) {
    Mandate under;
    try {
      under = mandate.get().requireValid(now);
    } catch (UserError | ExpiredMandateException e) {
      return SubmittedPictures.notPermitted();
    }
    return under.permits().contains(Mandate.Permission.PICTURES)
        ? new SubmittedPictures(true, pictures.languages(), pictures.lists(workspace.root()))
        : SubmittedPictures.notPermitted();
  }

  /**
   * Accepts a file as it was read, and removes what is left of it elsewhere.
   *
   * @throws org.vigie.files.failure.UserError if no mandate holds
   */
  public synchronized Accepted accept(
      SubmittedFile file, SubmissionReading reading, Map<String, String> mapping)
      throws IOException {
    Mandate under = mandate.get().requireValid(clock.instant());
    Path inbox = OwnerOnly.folder(workspace.inbox());
    Path source = file.folder().resolve(reading.kept()).normalize();
    Path read = reading.kept().isEmpty() ? file.file() : source;
    if (!reading.canBeAccepted() || !read.startsWith(file.folder())) {
      throw new IllegalStateException("what is accepted must have been read, but wasn't");
    }
    Path home = OwnerOnly.folder(inbox.resolve("spool").resolve(MOVED_NAME + file.id()));
    Path moved = home.resolve(file.name());
    OwnerOnly.tighten(read);
    try (FileChannel written = OwnerOnly.open(read)) {
      written.force(true);
    }
    Set<String> before = manifests(inbox);
    Files.move(read, moved, StandardCopyOption.ATOMIC_MOVE);
    Failpoint.reach(MOVED);
    InputManifest input =
        new Inbox(workspace, clock).accept(moved, reading.format(), mapping, under);
    boolean wasThere = before.contains(input.id());
    if (wasThere) {
      FolderTree.delete(home);
    } else {
      OwnerOnly.tighten(inbox.resolve(input.id() + ".json"));
    }
    discard(file);
    return new Accepted(input, wasThere);
  }

  /** Removes a file that isn't to be accepted. */
  public void discard(SubmittedFile file) throws IOException {
    FolderTree.delete(file.folder());
  }

  /** Returns the folder in which forms with files may lie while they come in. */
  public Path incoming() {
    return waiting.incoming();
  }

  /** Removes what a kill left behind: files that were never accepted. */
  public void clear() throws IOException {
    waiting.clear();
    Path spool = workspace.inbox().resolve("spool");
    if (!Files.isDirectory(spool)) {
      return;
    }
    Set<Path> named =
        new Inbox(workspace, clock)
            .accepted().stream()
                .map(input -> Path.of(input.path()).resolveSibling("").normalize())
                .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(spool)) {
      for (Path home : files.filter(Submissions::isHome).toList()) {
        if (!named.contains(home.toAbsolutePath().normalize())) {
          FolderTree.delete(home);
        }
      }
    }
  }

  private static boolean isHome(Path file) {
    return String.valueOf(file.getFileName()).startsWith(MOVED_NAME) && Files.isDirectory(file);
  }

  private static Set<String> manifests(Path inbox) throws IOException {
    try (Stream<Path> files = Files.list(inbox)) {
      Set<String> ids = new HashSet<>();
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".json"))
          .forEach(name -> ids.add(name.substring(0, name.length() - ".json".length())));
      return ids;
    }
  }

  private static SubmissionReading refused(Finding why) {
    return SubmissionReading.refused(AlertLine.of(why), List.of());
  }
}
