package org.vigie.casework.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.casework.Cases;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Subject;
import org.vigie.casework.erase.CaseErasure;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.workspace.Workspace;

/**
 * What a workspace or a backup knows of what was erased and restricted.
 *
 * @param erased adverts that were erased
 * @param restrictions those that hold
 * @param cases ids of the cases that were erased
 */
public record LaterRecords(
    ErasedAdverts erased, List<Restriction> restrictions, List<String> cases) {
  public LaterRecords {
    restrictions = List.copyOf(restrictions);
    cases = List.copyOf(cases);
  }

  /** What is kept by: a cluster may be restricted on two grounds. */
  private record Kept(Subject subject, Restriction.Ground ground) {
    static Kept of(Restriction restriction) {
      return new Kept(restriction.subject(), restriction.ground());
    }
  }

  /**
   * Reads what a workspace or the folder of a backup knows. Nothing is written into a backup.
   *
   * @param aside folder on a disk that may hold what the workspace holds, in which a copy of its
   *     database lies meanwhile
   * @throws IOException if it can't be read
   */
  public static LaterRecords of(Workspace known, Path aside) throws IOException {
    ErasedAdverts erased = ErasedAdverts.of(known);
    if (!Files.exists(known.database())) {
      return new LaterRecords(erased, List.of(), List.of());
    }
    Path folder = Files.createTempDirectory(aside, "records");
    try {
      Path copy = folder.resolve("desk.sqlite");
      DatabaseCopy.make(known.database(), copy);
      return new LaterRecords(erased, Restrictions.inForceIn(copy), Cases.erasedIn(copy));
    } finally {
      FolderTree.delete(folder);
    }
  }

  /** Returns whether two folders are the same workspace at two times: their logs begin alike. */
  public static boolean areOfOneWorkspace(Workspace one, Workspace other) throws IOException {
    String first = firstLine(one);
    return !first.isEmpty() && first.equals(firstLine(other));
  }

  private static String firstLine(Workspace workspace) throws IOException {
    Path log = MandateCheck.log(workspace);
    if (!Files.exists(log)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines.findFirst().orElse("");
    }
  }

  /** Returns what a workspace that was set back lacks of this. */
  public LaterRecords missingIn(LaterRecords before) {
    Map<String, Instant> later = new HashMap<>(erased.until());
    later
        .entrySet()
        .removeIf(advert -> {
          Instant known = before.erased().until().get(advert.getKey());
          return known != null && !known.isBefore(advert.getValue());
        });
    Set<Kept> kept = new HashSet<>();
    before.restrictions().forEach(restriction -> kept.add(Kept.of(restriction)));
    List<Restriction> restricted =
        restrictions.stream()
            .filter(restriction -> !restriction.subject().id().equals(CaseDatabase.ERASED))
            .filter(restriction -> !kept.contains(Kept.of(restriction)))
            .toList();
    Set<String> gone = Set.copyOf(before.cases());
    return new LaterRecords(
        new ErasedAdverts(later),
        restricted,
        cases.stream().filter(each -> !gone.contains(each)).toList());
  }

  /** Returns the same without cases, whose numbers mean others in another workspace. */
  public LaterRecords withoutCases() {
    return new LaterRecords(erased, restrictions, List.of());
  }

  public boolean isEmpty() {
    return erased.until().isEmpty() && restrictions.isEmpty() && cases.isEmpty();
  }

  /**
   * Restricts again, erases cases again and forbids to take the adverts in again. What inputs and
   * index still hold of the adverts is not erased by it.
   */
  public void note(Workspace restored, Clock clock) throws IOException {
    Path database = restored.database();
    if (!restrictions.isEmpty()) {
      try (CaseDatabase opened = CaseDatabase.open(database, Restrictions.SCHEMA)) {
        Restrictions held = new Restrictions(opened, clock);
        restrictions.forEach(held::again);
      }
    }
    if (!cases.isEmpty()) {
      CaseErasure.erase(database, database.resolveSibling("enclosures"), cases);
    }
    ErasedAdverts.add(restored, erased.until());
  }
}
