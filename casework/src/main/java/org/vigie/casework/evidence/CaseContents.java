package org.vigie.casework.evidence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.Finding;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Subject;
import org.vigie.casework.error.UserErrors;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;

/** The adverts, clusters and alerts that cases hold, for a member of theirs. */
public final class CaseContents {
  private static final String CASE = "k-[0-9]+";

  private static final Set<Subject.Kind> PACKED =
      Set.of(Subject.Kind.ADVERT, Subject.Kind.CLUSTER, Subject.Kind.ALERT);

  private final Path database;
  private final Clock clock;

  public CaseContents(Path database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Ids, apart by who named them.
   *
   * @param named those that whoever asks named themselves
   * @param held those that cases hold which were named
   */
  public record Opened(List<String> named, List<String> held) {
    public Opened {
      named = List.copyOf(named);
      held = List.copyOf(held);
    }
  }

  /**
   * Returns ids, with what it holds in the place of each case.
   *
   * @param account who asks
   * @throws UserError if the account isn't a member of a case, or it holds none of the kind
   */
  public Opened opened(List<String> ids, String account) {
    List<String> named = ids.stream().filter(id -> !isCase(id)).distinct().toList();
    Set<String> held = new LinkedHashSet<>();
    for (String id : ids) {
      if (isCase(id)) {
        held.addAll(held(id, account));
      }
    }
    return new Opened(named, List.copyOf(held));
  }

  /** Returns whether an id is a case's. */
  public static boolean isCase(String id) {
    return id.matches(CASE);
  }

  /**
   * Returns what names ids for partners if that is one; if they are none or more, an empty text.
   */
  public String about(List<String> ids, String account) {
    return ids.size() == 1 ? nameForPartners(ids.getFirst(), account) : "";
  }

  /**
   * Returns what names an id for partners: another workspace of the same authority has a case of
   * the same number, but opened at another time.
   *
   * @param account who asks
   * @throws UserError if the id is of a case and the account isn't a member of it
   */
  public String nameForPartners(String id, String account) {
    if (!isCase(id)) {
      return id;
    }
    if (!Files.exists(database)) {
      throw notAMember(id, account);
    }
    try (CaseDatabase open = CaseDatabase.open(database, Cases.SCHEMA)) {
      return new Cases(open, clock)
          .find(account, id)
          .map(known -> id + " " + known.openedAt())
          .orElseThrow(() -> notAMember(id, account));
    }
  }

  private List<String> held(String id, String account) {
    if (!Files.exists(database)) {
      throw notAMember(id, account);
    }
    try (CaseDatabase open = CaseDatabase.open(database, Cases.SCHEMA)) {
      Cases cases = new Cases(open, clock);
      CaseFile known = cases.find(account, id).orElseThrow(() -> notAMember(id, account));
      List<String> held =
          cases.items(known).stream()
              .map(CaseFile.Item::subject)
              .filter(subject -> PACKED.contains(subject.kind()))
              .map(Subject::id)
              .distinct()
              .toList();
      if (held.isEmpty()) {
        throw UserErrors.ofInput(Finding.of("case-empty").with("case", id));
      }
      return held;
    }
  }

  private static UserError notAMember(String id, String account) {
    return UserErrors.ofInput(
        Finding.of("case-of-others").with("case", id).with("account", SafeText.line(account)));
  }
}
