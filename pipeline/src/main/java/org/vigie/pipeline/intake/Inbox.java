package org.vigie.pipeline.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContentId;
import org.vigie.advert.Mandate;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.picture.PictureKind;
import org.vigie.files.plugin.PluginSpec;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The inputs a workspace has accepted: each once, durable before a run reads it.
 *
 * <p>An input is known by its content, format and mapping, so the same file is accepted once,
 * whatever it is called.
 */
public final class Inbox {
  private static final String SUFFIX = ".json";

  /** Entries from which it is told when an input begins: more than one, since some tell no time. */
  private static final int FIRST_ENTRIES = 32;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;
  private final Clock clock;
  private final List<Path> passedOver = new ArrayList<>();
  private final List<TakenFile> taken = new ArrayList<>();
  private final FileTaker taker;
  private final boolean readsPictures;

  private final TableForm form;
  private final PluginSet plugins;

  /** An inbox that guesses how tables are written, and leaves plug-ins and pictures alone. */
  public Inbox(Workspace workspace, Clock clock) {
    this(workspace, clock, TableForm.guessed(), PluginSet.none(), null);
  }

  /**
   * Makes an inbox.
   *
   * @param form how texts and tables are written, as far as a person says so
   * @param plugins that read files and feeds
   * @param pictures reads those of adverts; null if they aren't to be read
   */
  public Inbox(
      Workspace workspace,
      Clock clock,
      TableForm form,
      PluginSet plugins,
      @Nullable AdvertPictures pictures) {
    this.plugins = plugins;
    folder = workspace.inbox();
    this.clock = clock;
    this.form = form;
    taker = new FileTaker(folder.resolve("spool"), form, plugins, pictures);
    readsPictures = pictures != null;
  }

  /**
   * Accepts a file, or every file below a folder whose format can be told.
   *
   * @param fileOrFolder what to accept
   * @param csvMapping advert-v1 key → column, for CSV files
   * @param mandate under which it is read
   * @return the manifests of all inputs found there, also of those that were accepted before
   * @throws UnreadableInputException if it is missing, or is a file whose format can't be told, or
   *     a CSV file without the columns that are asked for
   */
  public List<InputManifest> accept(
      Path fileOrFolder, Map<String, String> csvMapping, Mandate mandate) throws IOException {
    if (!Files.isReadable(fileOrFolder)) {
      throw new UnreadableInputException(
          "the input must be a readable file or folder, but " + fileOrFolder + " is not");
    }
    if (!Files.isDirectory(fileOrFolder)) {
      FolderPictures beside = new FolderPictures(fileOrFolder.toAbsolutePath().resolveSibling(""));
      InputManifest accepted = acceptAny(fileOrFolder, csvMapping, mandate, true, beside);
      if (accepted == null) {
        throw new UnreadableInputException(unknownFormat(fileOrFolder));
      }
      return List.of(accepted);
    }
    List<InputManifest> accepted = new ArrayList<>();
    FolderPictures beside = new FolderPictures(fileOrFolder);
    for (Path file : picturesLast(filesBelow(fileOrFolder))) {
      if (beside.isNamed(file)) {
        continue; // it was read with the advert that names it
      }
      InputManifest input = acceptAny(file, csvMapping, mandate, false, beside);
      if (input != null) {
        accepted.add(input);
      } else if (!readsPictures || !FolderPictures.isPicture(file)) {
        passedOver.add(file);
      }
    }
    if (accepted.isEmpty()) {
      throw new UnreadableInputException(
          "the folder must hold .jsonl, .csv or .warc files (also .gz) or other files that are read, but "
              + fileOrFolder
              + " holds none");
    }
    return accepted;
  }

  /**
   * Accepts one file in whichever kind it is.
   *
   * @param alone whether a file of which nothing can be read is refused; else it is a dead letter,
   *     so that it doesn't stop the others of its folder
   * @param beside the pictures that it may name
   * @return null if its kind can't be told
   * @throws UnreadableInputException if it is refused, or is a CSV file without a column of texts
   */
  @Nullable InputManifest acceptAny(
      Path file,
      Map<String, String> csvMapping,
      Mandate mandate,
      boolean alone,
      FolderPictures beside)
      throws IOException {
    Optional<FileTaker.Taken> asked = taker.ask(file, mandate.id(), clock.instant());
    if (asked.isPresent()) {
      return accept(asked.get(), mandate);
    }
    Optional<InputFormat> format = InputFormat.detect(file);
    // Lines of another shape than advert-v1 are read as JSON of any shape is.
    boolean pointed = csvMapping.values().stream().anyMatch(value -> value.startsWith("/"));
    boolean plain =
        format.isPresent()
            && format.get() != InputFormat.CSV
            && !(pointed && format.get() == InputFormat.JSONL);
    if (plain && alone && form.isTold()) {
      throw new UnreadableInputException(
          "--encoding and --separator are for tables and texts, but %s is %s"
              .formatted(file, format.get()));
    }
    boolean lines = plain && format.get() == InputFormat.JSONL && readsPictures;
    boolean plainTable =
        !plain
            && format.isPresent()
            && !form.isTold()
            && !readsPictures
            && PlainCsv.is(file, csvMapping);
    if (plainTable) {
      taken.add(PlainCsv.taken(file, csvMapping));
    }
    if (plainTable || (plain && !lines)) {
      return accept(file, format.get(), csvMapping, mandate);
    }
    FileTaker.Taken taken =
        lines
            ? taker.takeLines(file, mandate.id(), clock.instant(), beside)
            : taker.take(file, csvMapping, mandate.id(), clock.instant(), beside);
    if (taken == null) {
      return format.isPresent() ? accept(file, format.get(), csvMapping, mandate) : null;
    }
    boolean isMute = taken.file().adverts() == 0 && taken.file().unread() == 0;
    if (isMute && taken.file().kind().equals(FileTaker.PICTURE)) {
      Files.delete(taken.kept());
      if (alone) {
        throw new UnreadableInputException(
            "a picture must hold a text or a code to be an advert, but %s holds none that is read"
                .formatted(file));
      }
      return null;
    }
    if (taken.file().adverts() == 0 && (alone || format.isPresent())) {
      Files.delete(taken.kept());
      if (format.isPresent() && !form.isTold() && !taken.isCutOff()) {
        return accept(file, format.get(), csvMapping, mandate); // which says what it must have
      }
      throw new UnreadableInputException(
          "%s was taken for %s, but nothing can be read: %s"
              .formatted(file, taken.file().kind(), taken.reason()));
    }
    return accept(taken, mandate);
  }

  private InputManifest accept(FileTaker.Taken file, Mandate mandate) throws IOException {
    taken.add(file.file());
    return accept(
        file.kept(),
        baseName(file.file().file()),
        InputFormat.JSONL,
        Map.of(),
        mandate.id(),
        clock.instant());
  }

  /**
   * Accepts what a plug-in gives without a file. The same again is the same input.
   *
   * @throws UnreadableInputException if no reader has that name
   */
  public InputManifest acceptFeed(String name, Mandate mandate) throws IOException {
    PluginSpec plugin =
        plugins
            .find(PluginKind.READER, name)
            .orElseThrow(() ->
                new UnreadableInputException(
                    "a feed must be a reader among the plug-ins (./vigie plugins list), but %s is none"
                        .formatted(name)));
    return accept(
        taker.ask(plugin, Path.of("plugin-" + name), "", mandate.id(), clock.instant()), mandate);
  }

  /** Returns whether pictures are read. */
  boolean readsPictures() {
    return readsPictures;
  }

  /** Returns what files were taken for that are of no format of the stream's own. */
  public List<TakenFile> taken() {
    return List.copyOf(taken);
  }

  /** Accepts one file in a given format. */
  public InputManifest accept(
      Path file, InputFormat format, Map<String, String> csvMapping, Mandate mandate)
      throws IOException {
    Path path = file.toAbsolutePath().normalize();
    return accept(path, baseName(path), format, csvMapping, mandate);
  }

  /**
   * Spools a stream into the workspace and accepts it, so that a run that is cut short can go on
   * without it.
   */
  public InputManifest acceptStream(
      InputStream in, InputFormat format, Map<String, String> csvMapping, Mandate mandate)
      throws IOException {
    Path spool = Files.createDirectories(folder.resolve("spool"));
    Path part = Files.createTempFile(spool, "stdin-", ".part");
    Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    sync(part);
    Path whole = spool.resolve("stdin-" + digest(part).substring(0, 20));
    Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return accept(whole, "stdin", format, csvMapping, mandate);
  }

  /**
   * Keeps a file of adverts of the schema advert-v1 in the workspace and accepts it, once however
   * often this is called.
   *
   * @param name what dead letters and provenance call it
   * @param mandate id of the mandate under which its adverts were collected
   * @param at when
   */
  public void acceptKept(Path file, String name, String mandate, Instant at) throws IOException {
    Path spool = Files.createDirectories(folder.resolve("spool"));
    Path kept = spool.resolve("kept-" + digest(file).substring(0, 20));
    if (!Files.exists(kept)) {
      Path part = kept.resolveSibling(kept.getFileName() + ".part");
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      sync(part);
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    accept(kept, name, InputFormat.JSONL, Map.of(), mandate, at);
  }

  /** Accepts inputs as another workspace has accepted them, where they are. */
  public void acceptAll(List<InputManifest> inputs) throws IOException {
    for (InputManifest input : inputs) {
      write(input);
    }
  }

  /**
   * Names an input after the content that it has now, so that this counts as accepted and what it
   * was doesn't.
   */
  public void rename(InputManifest input) throws IOException {
    InputManifest renamed =
        accept(
            Path.of(input.path()),
            input.name(),
            input.format(),
            input.mapping(),
            input.mandate(),
            input.acceptedAt());
    if (!renamed.id().equals(input.id())) {
      Files.deleteIfExists(folder.resolve(input.id() + SUFFIX));
    }
  }

  /**
   * Returns the files of accepted folders whose format could not be told, and so were not accepted.
   */
  public List<Path> passedOver() {
    return List.copyOf(passedOver);
  }

  /** Returns every accepted input, in order of ids. */
  public List<InputManifest> accepted() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<InputManifest> manifests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Inbox::isManifest).sorted().toList()) {
        manifests.add(read(file));
      }
    }
    return manifests;
  }

  /** Returns how many inputs were accepted into an inbox. */
  static long countIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Inbox::isManifest).count();
    }
  }

  /** Returns whether a file of an inbox is a manifest. */
  static boolean isManifest(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX);
  }

  /** Reads a manifest of an inbox. */
  static InputManifest read(Path manifest) throws IOException {
    InputManifest input = JSON.readValue(manifest.toFile(), InputManifest.class);
    Path root = manifest.resolveSibling("").resolveSibling("");
    return input.at(root.resolve(input.path()).toString());
  }

  private InputManifest accept(
      Path path, String name, InputFormat format, Map<String, String> mapping, Mandate mandate)
      throws IOException {
    return accept(path, name, format, mapping, mandate.id(), clock.instant());
  }

  private InputManifest accept(
      Path path,
      String name,
      InputFormat format,
      Map<String, String> mapping,
      String mandate,
      Instant at)
      throws IOException {
    Map<String, String> used = format == InputFormat.CSV ? mapping : Map.of();
    String id = ContentId.of("i-", digest(path), format.name(), new TreeMap<>(used).toString());
    Path manifest = folder.resolve(id + SUFFIX);
    if (Files.exists(manifest)) {
      return read(manifest);
    }
    InputManifest input =
        new InputManifest(
            id, path.toString(), name, Files.size(path), format, used, name, mandate, at);
    InputManifest dated = input.beginning(begins(input));
    write(dated);
    return dated;
  }

  private void write(InputManifest input) throws IOException {
    Path root = folder.resolveSibling("");
    Path path = Path.of(input.path());
    Files.createDirectories(folder);
    Path part = folder.resolve(input.id() + ".part");
    JSON.writeValue(
        part.toFile(), path.startsWith(root) ? input.at(root.relativize(path).toString()) : input);
    sync(part);
    Files.move(part, folder.resolve(input.id() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Returns the earliest time that the first entries of an input tell; null if none tells one. So a
   * wrong CSV header is met now, where a person can mend it, and not in the middle of a run.
   */
  private static @Nullable Instant begins(InputManifest input) throws IOException {
    Instant earliest = null;
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      for (int entry = 0; entry < FIRST_ENTRIES; entry++) {
        List<Intake> things = reader.next();
        if (things == null) {
          break;
        }
        for (Intake thing : things) {
          Instant time = thing.time();
          earliest =
              time == null || (earliest != null && earliest.isBefore(time)) ? earliest : time;
        }
      }
    }
    return earliest;
  }

  /** Which pictures belong to adverts is known once all others are read. */
  static List<Path> picturesLast(List<Path> files) {
    return Stream.concat(
            files.stream().filter(file -> !isNamedPicture(file)),
            files.stream().filter(Inbox::isNamedPicture))
        .toList();
  }

  private static boolean isNamedPicture(Path file) {
    return PictureKind.isNamed(baseName(file));
  }

  private static List<Path> filesBelow(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      // A link might lead to what nobody meant to hand in.
      return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  private static String unknownFormat(Path file) {
    return "the input must be JSON Lines, CSV or WARC, but the format of "
        + file
        + " can't be told; name it with --format";
  }

  private static String baseName(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
        byte[] buffer = new byte[1 << 16];
        while (in.read(buffer) >= 0) {
          // the stream digests what passes
        }
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
