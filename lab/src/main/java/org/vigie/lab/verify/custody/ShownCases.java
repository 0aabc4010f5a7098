package org.vigie.lab.verify.custody;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Judgements;
import org.vigie.casework.Opinion;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Subject;
import org.vigie.casework.people.CaseDatabase;

/** Cases with their members and items, judgements and restrictions. */
record ShownCases(Path folder) implements StoredView {
  private static final String ACCOUNT = "ana";
  private static final int CASES = 20;
  private static final List<String> SCHEMA =
      Stream.of(Cases.SCHEMA, Judgements.SCHEMA, Restrictions.SCHEMA)
          .flatMap(List::stream)
          .toList();

  /** Makes a database of invented cases. */
  static ShownCases in(Path folder) {
    ShownCases shown = new ShownCases(folder);
    try (CaseDatabase database = shown.open()) {
      Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
      Cases cases = new Cases(database, clock);
      for (int number = 0; number < CASES; number++) {
        String id = cases.open(ACCOUNT, "Invented case " + number);
        CaseFile made = cases.find(ACCOUNT, id).orElseThrow();
        Subject subject = Subject.of("advert:a-" + number);
        cases.put(made, ACCOUNT, subject, "An invented note, the longer the better: " + number);
        new Judgements(database, clock)
            .add(ACCOUNT, subject, Opinion.values()[0], "invented reason " + number);
        new Restrictions(database, clock)
            .add(ACCOUNT, subject, Restriction.Ground.values()[0], "invented ground " + number);
      }
    }
    return shown;
  }

  @Override
  public String kind() {
    return "database";
  }

  @Override
  public String named(Path damaged) {
    return "desk.sqlite";
  }

  @Override
  public String all() {
    StringBuilder shown = new StringBuilder();
    try (CaseDatabase database = open()) {
      Cases cases = new Cases(database, Clock.systemUTC());
      for (CaseFile one : cases.of(ACCOUNT)) {
        shown.append(one).append(cases.items(one));
      }
      Judgements judgements = new Judgements(database, Clock.systemUTC());
      shown.append(judgements.about(Subject.Kind.ADVERT));
      for (int number = 0; number < CASES; number++) {
        shown.append(judgements.on(Subject.of("advert:a-" + number)));
      }
      return shown.append(new Restrictions(database, Clock.systemUTC()).inForce()).toString();
    }
  }

  private CaseDatabase open() {
    return CaseDatabase.open(folder.resolve("desk.sqlite"), SCHEMA);
  }
}
