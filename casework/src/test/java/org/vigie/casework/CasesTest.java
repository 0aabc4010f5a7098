package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.CaseDatabase;

class CasesTest {
  @TempDir Path folder;
  private CaseDatabase database;
  private Cases cases;

  @BeforeEach
  void open() {
    database = CaseDatabase.open(folder.resolve("desk.sqlite"), Cases.SCHEMA);
    cases = new Cases(database, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void giveNoCaseToWhoIsNotInItHoweverIdsAreSwapped() {
    Random random = new Random(6);
    Set<String> memberships = new HashSet<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String lead = "p" + random.nextInt(40);
      String id = cases.open(lead, "operation " + i);
      ids.add(id);
      memberships.add(lead + id);
      for (int n = random.nextInt(5); n > 0; n--) {
        String member = "p" + random.nextInt(40);
        cases.addMember(cases.find(lead, id).orElseThrow(), member, lead);
        memberships.add(member + id);
      }
    }
    int found = 0;
    for (int i = 0; i < 10_000; i++) {
      String account = "p" + random.nextInt(40);
      String id = ids.get(random.nextInt(ids.size()));
      boolean known = cases.find(account, id).isPresent();
      assertThat(known).as(account + " " + id).isEqualTo(memberships.contains(account + id));
      found += known ? 1 : 0;
    }
    assertThat(found).isBetween(1, 9_999);
  }

  @Test
  void keepTheirLastMember() {
    String id = cases.open("cleo", "an operation");
    CaseFile known = cases.find("cleo", id).orElseThrow();

    cases.removeMember(known, "cleo");
    assertThat(cases.find("cleo", id)).isPresent();
    cases.addMember(known, "ana", "cleo");
    cases.removeMember(known, "cleo");
    assertThat(cases.find("cleo", id)).isEmpty();
    assertThat(cases.of("ana")).extracting(CaseFile::members).containsExactly(List.of("ana"));
  }

  @Test
  void knowNothingByAnIdThatIsNone() {
    cases.open("cleo", "an operation");

    for (String id : List.of("", "1", "k-", "k-x", "k-2", "k-1 OR 1=1", "k-99999999999999999999")) {
      assertThat(cases.find("cleo", id)).as(id).isEmpty();
    }
  }

  @Test
  void keepWhatWasPutIntoThemNewestFirst() {
    CaseFile known = cases.find("cleo", cases.open("cleo", "an operation")).orElseThrow();
    cases.put(known, "cleo", new Subject(Subject.Kind.ADVERT, "a-1"), "first");
    cases.put(known, "cleo", new Subject(Subject.Kind.CASE, known.id()), "a note");

    assertThat(cases.items(known))
        .extracting(CaseFile.Item::subject, CaseFile.Item::note)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                new Subject(Subject.Kind.CASE, known.id()), "a note"),
            org.assertj.core.groups.Tuple.tuple(new Subject(Subject.Kind.ADVERT, "a-1"), "first"));
  }

  @Test
  void closesOnceAndKeepsAllAsItIsUntilItIsOpenedAgain() {
    String id = cases.open("cleo", "an operation");
    CaseFile known = cases.find("cleo", id).orElseThrow();
    Subject note = new Subject(Subject.Kind.CASE, id);
    cases.put(known, "cleo", note, "before");
    assertThat(known.isOpen()).isTrue();
    assertThat(cases.reopen(known, "cleo", "open as it is")).isFalse();

    assertThat(cases.close(known, "cleo", "the trial is over")).isTrue();
    assertThat(cases.close(known, "cleo", "the trial is over")).isFalse();

    CaseFile closed = cases.find("cleo", id).orElseThrow();
    assertThat(closed.closing()).isNotNull();
    assertThat(closed.closing().account()).isEqualTo("cleo");
    assertThat(closed.closing().why()).isEqualTo("the trial is over");
    assertThat(cases.of("cleo")).containsExactly(closed);
    assertThat(cases.openOf("cleo")).isEmpty();
    // Also for whoever found it open a moment ago.
    assertThatThrownBy(() -> cases.put(known, "cleo", note, "after"))
        .hasStackTraceContaining("closed case");
    assertThatThrownBy(() -> cases.addMember(known, "ana", "cleo"))
        .hasStackTraceContaining("closed case");
    assertThat(cases.items(closed)).hasSize(1);

    assertThat(cases.reopen(closed, "cleo", "there is an appeal")).isTrue();

    CaseFile again = cases.find("cleo", id).orElseThrow();
    assertThat(again).isEqualTo(known);
    cases.put(again, "cleo", note, "after");
    assertThat(cases.items(again)).hasSize(2);
  }
}
