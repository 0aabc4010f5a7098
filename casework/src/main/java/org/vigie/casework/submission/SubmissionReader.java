package org.vigie.casework.submission;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.file.TableForm;
import org.vigie.capture.file.TableStart;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.intake.AdvertPictures;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.LinesWithPictures;
import org.vigie.pipeline.intake.TakenFile;
import org.vigie.pipeline.intake.TemplateFolders;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.plugin.PluginSet;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.finding.SignLines;

/**
 * Reads a submitted file as a run would, into a workspace that is thrown away: nothing of it is
 * accepted by that.
 */
final class SubmissionReader {
  /** Below the file's folder: the workspace that is thrown away, and what was found. */
  private static final String SCRATCH = "looked-at";

  static final String FOUND = "reading.json";

  /** Only components are data: isEmpty() of a finding follows from them, and isn't read back. */
  static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  private static final int MOST_IDS = 10_000;
  private static final int MOST_LETTERS = 100;
  private static final int MOST_SAMPLES = 3;
  static final int MOST_COLUMNS = 60;

  /** UTF-16 units of what is shown of a text. */
  private static final int LONGEST = 160;

  /** UTF-16 units of a row of which is known what it says: the longest advert of 6,181 had less. */
  private static final int LONGEST_ROW = 20_000;

  /** What is only looked at isn't accepted under any mandate; no line that is kept holds one. */
  private static final Mandate NONE =
      new Mandate("none", "none", "a look into a file", "none", "nobody", Instant.MAX);

  private final SubmittedFile file;
  private final TableForm form;
  private final Map<String, String> mapping;
  private final SiteTemplates templates;

  /**
   * @param mapping advert-v1 key → column or JSON pointer
   * @param templates of sites whose pages it may hold
   */
  SubmissionReader(
      SubmittedFile file, TableForm form, Map<String, String> mapping, SiteTemplates templates) {
    this.file = file;
    this.form = form;
    this.mapping = Map.copyOf(mapping);
    this.templates = templates;
  }

  /**
   * Reads it, and removes what an earlier reading left beside it.
   *
   * @param at when it was handed in: the time of adverts that give none
   * @param reading how its pictures are read
   */
  SubmissionReading read(Instant at, SubmittedPictures reading) throws IOException {
    try (AdvertPictures pictures = reading.open()) {
      return read(at, pictures);
    }
  }

  private SubmissionReading read(Instant at, AdvertPictures pictures) throws IOException {
    Path scratch = file.folder().resolve(SCRATCH);
    FolderTree.delete(scratch);
    Inbox inbox =
        new Inbox(
            new Workspace(scratch),
            Clock.fixed(at, ZoneOffset.UTC),
            form,
            PluginSet.none(),
            pictures);
    try {
      InputManifest input = inbox.accept(file.file(), mapping, NONE).getFirst();
      return read(input, inbox.taken())
          .with(SubmissionReading.Pictures.of(pictures.counts()), left(input, pictures));
    } catch (UnreadableInputException e) {
      return SubmissionReading.refused(
          AlertLine.of(SignLines.text(named(String.valueOf(e.getMessage())))),
          tables(inbox.taken()));
    }
  }

  /** Returns the pictures that nothing in the file itself tells of. */
  private static List<SubmissionReading.UnreadPart> left(
      InputManifest input, AdvertPictures pictures) throws IOException {
    List<SubmissionReading.UnreadPart> left = new ArrayList<>();
    if (pictures.left() > 0) {
      String must = "pictures are read under a mandate that permits it (permits: pictures)";
      left.add(
          new SubmissionReading.UnreadPart(
              0, "pictures-not-permitted", must + "; not read: " + pictures.left()));
    }
    long named =
        input.layout().format() == InputFormat.JSONL
            ? LinesWithPictures.named(Path.of(input.path()))
            : 0;
    if (named > 0) {
      String must = "pictures that lines name must come with them, in a zip; not read: " + named;
      left.add(new SubmissionReading.UnreadPart(0, "picture-missing", must));
    }
    return left;
  }

  private SubmissionReading read(InputManifest input, List<TakenFile> taken) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    List<SubmissionReading.UnreadPart> letters = new ArrayList<>();
    List<SubmissionReading.Sample> samples = new ArrayList<>();
    long adverts = 0;
    long unread = 0;
    try (EntryReader reader = EntryReader.open(input, templates)) {
      for (List<Intake> things = reader.next(); things != null; things = reader.next()) {
        for (Intake thing : things) {
          Advert advert = thing.advert();
          DeadLetter letter = thing.deadLetter();
          if (advert != null) {
            adverts++;
            add(ids, advert.id(), MOST_IDS);
            add(samples, sample(advert), MOST_SAMPLES);
          }
          if (letter != null) {
            unread++;
            add(letters, part(letter), MOST_LETTERS);
          }
        }
      }
    }
    Path path = Path.of(input.path());
    boolean isItself = path.equals(file.file().toAbsolutePath().normalize());
    return new SubmissionReading(
        kind(input.layout().format(), taken),
        input.layout().format(),
        isItself ? "" : file.folder().toAbsolutePath().normalize().relativize(path).toString(),
        new SubmissionReading.Content(
            adverts, unread, List.copyOf(ids), letters, SubmissionReading.Pictures.NONE),
        samples,
        tables(taken),
        adverts > 0 ? AlertLine.of(Finding.NONE) : nothing(letters));
  }

  private static <T> void add(Collection<T> some, T one, int most) {
    if (some.size() < most) {
      some.add(one);
    }
  }

  private static SubmissionReading.UnreadPart part(DeadLetter letter) {
    return new SubmissionReading.UnreadPart(letter.position(), letter.kind(), letter.reason());
  }

  private static AlertLine nothing(List<SubmissionReading.UnreadPart> letters) {
    return AlertLine.of(
        Finding.of("file-without-advert"),
        letters.stream().limit(1).map(letter -> SignLines.text(letter.reason())).toList());
  }

  private static String kind(InputFormat format, List<TakenFile> taken) {
    if (!taken.isEmpty()) {
      return taken.getFirst().kind();
    }
    return switch (format) {
      case JSONL -> "JSON Lines";
      case CSV -> "CSV of advert-v1";
      case WARC -> "web archive (WARC)";
    };
  }

  private static List<TableStart> tables(List<TakenFile> taken) {
    return taken.stream()
        .flatMap(one -> one.tables().stream())
        .map(table ->
            new TableStart(
                cut(table.table()),
                table.written(),
                row(table.columns()),
                table.keys().stream().limit(MOST_COLUMNS).map(SubmissionReader::cut).toList(),
                table.rows().stream().map(SubmissionReader::row).toList()))
        .toList();
  }

  /** What a longer row says isn't known from its beginning, and so nothing of it is shown. */
  private static List<String> row(List<String> cells) {
    return cells.stream().mapToLong(String::length).sum() <= LONGEST_ROW
        ? List.copyOf(cells)
        : Collections.nCopies(Math.min(cells.size(), MOST_COLUMNS), "…");
  }

  private static SubmissionReading.Sample sample(Advert advert) {
    Map<String, String> fields = new LinkedHashMap<>(advert.fields());
    fields.values().removeIf(value -> value.length() > LONGEST);
    return new SubmissionReading.Sample(advert.text().strip(), fields);
  }

  static String cut(String text) {
    int end = Math.min(text.length(), LONGEST);
    boolean parts = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.length() <= LONGEST ? text : text.substring(0, parts ? end - 1 : end) + "…";
  }

  /** Whoever handed it in knows its name, and nothing of where it lies. */
  private String named(String message) {
    return message
        .replace(file.file().toString(), file.name())
        .replace("; name it with --format", "");
  }

  /**
   * Looks into a file in a process of its own.
   *
   * @param args folder, name, time, encoding, separator, workspace, models; then {@link
   *     SubmittedPictures}, keys and columns
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Map<String, String> mapping = new LinkedHashMap<>();
    SubmittedPictures pictures = SubmittedPictures.of(Arrays.asList(args).subList(7, args.length));
    for (int i = 7 + pictures.arguments().size(); i + 1 < args.length; i += 2) {
      mapping.put(args[i], args[i + 1]);
    }
    SiteTemplates templates =
        TemplateFolders.of(new Workspace(Path.of(args[5])), Path.of(args[6])).read();
    SubmittedFile file = new SubmittedFile("", folder, args[1], 0);
    SubmissionReading reading =
        new SubmissionReader(file, TableForm.typed(args[3], args[4]), mapping, templates)
            .read(Instant.parse(args[2]), pictures);
    JSON.writeValue(folder.resolve(FOUND).toFile(), reading);
  }
}
