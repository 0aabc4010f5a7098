package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.lines.LineErasure;
import org.vigie.pipeline.lines.LineRange;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The adverts that were erased from a workspace, which no run takes in again wherever it meets
 * them. One whose time was up is passed over as it was collected until then, and no longer: posted
 * anew, it is collected anew.
 *
 * @param until id, which is a digest of an advert's content and tells nothing of it → last instant
 *     at which it may have been collected to be passed over; {@link #FOR_GOOD} for whenever
 */
public record ErasedAdverts(Map<String, Instant> until) implements Serializable {
  /** An advert that is never taken in again. */
  public static final Instant FOR_GOOD = Instant.MAX;

  public ErasedAdverts {
    until = Map.copyOf(until);
  }

  /** Returns none. */
  public static ErasedAdverts none() {
    return new ErasedAdverts(Map.of());
  }

  /** Returns those of a workspace. */
  public static ErasedAdverts of(Workspace workspace) throws IOException {
    if (!Files.exists(workspace.erased())) {
      return none();
    }
    Map<String, Instant> until = new TreeMap<>();
    for (String line : Files.readAllLines(workspace.erased())) {
      int space = line.indexOf(' ');
      until.put(
          space < 0 ? line : line.substring(0, space),
          space < 0 ? FOR_GOOD : Instant.parse(line.substring(space + 1)));
    }
    return new ErasedAdverts(until);
  }

  /** Adds some to those of a workspace; what was erased for good stays so. */
  public static void add(Workspace workspace, Collection<String> more, Instant until)
      throws IOException {
    Map<String, Instant> each = new HashMap<>();
    more.forEach(id -> each.put(id, until));
    add(workspace, each);
  }

  /**
   * As above, at once, as each rewrites all that are kept.
   *
   * @param more id → last instant at which it may have been collected
   */
  public static void add(Workspace workspace, Map<String, Instant> more) throws IOException {
    Map<String, Instant> before = of(workspace).until;
    TreeMap<String, Instant> all = new TreeMap<>(before);
    more.forEach((id, until) -> all.merge(id, until, (a, b) -> a.isAfter(b) ? a : b));
    if (!all.equals(before)) {
      Path part = workspace.erased().resolveSibling("erased.part");
      Files.write(part, all.entrySet().stream().map(ErasedAdverts::line).toList());
      Files.move(
          part,
          workspace.erased(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String line(Map.Entry<String, Instant> erased) {
    return erased.getValue().equals(FOR_GOOD)
        ? erased.getKey()
        : erased.getKey() + " " + erased.getValue();
  }

  /** Returns the ids of all. */
  public Set<String> ids() {
    return until.keySet();
  }

  /** Returns whether an advert must not be taken in that was collected at some time. */
  public boolean passesOver(String id, Instant collected) {
    Instant last = until.get(id);
    return last != null && !collected.isAfter(last);
  }

  /** Returns a thing read from an input; one that is about an erased advert holds nothing. */
  public Intake without(Intake intake, InputManifest input) {
    return until.isEmpty() || !names(intake, input)
        ? intake
        : Intake.withoutAdvert().at(intake.cost());
  }

  /**
   * Empties the lines of a file of adverts that a workspace is about to keep which are about erased
   * ones. Of captures, it leaves all as it is.
   *
   * @throws IOException if it can't be read or rewritten
   */
  void emptyLines(InputManifest file) throws IOException {
    if (until.isEmpty() || file.layout().format() == InputFormat.WARC) {
      return;
    }
    List<LineRange> lines = new ArrayList<>();
    try (EntryReader reader = EntryReader.open(file, SiteTemplates.none())) {
      long last = 0;
      for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
        if (read.stream().anyMatch(intake -> names(intake, file))) {
          lines.add(new LineRange(last + 1, reader.line()));
        }
        last = reader.line();
      }
    }
    if (!lines.isEmpty()) {
      LineErasure.erase(Path.of(file.path()), lines);
    }
  }

  private boolean names(Intake intake, InputManifest input) {
    Advert advert = intake.advert();
    Observation observation = intake.observation();
    return advert != null && passesOver(advert.id(), input.collected(advert.seenAt()))
        || observation != null
            && (passesOver(observation.advertId(), input.collected(observation.at()))
                || passesOver(observation.detail(), input.collected(observation.at())));
  }
}
