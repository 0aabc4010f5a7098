package org.vigie.cli.command.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Cases;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.CaseDatabase;

/** Two workspaces that find what they share by files. */
class DeconflictCommandTest {
  private static final Instant NOON = Here.NOON;

  @TempDir Path folder;
  private Comparer north;
  private Comparer south;

  @BeforeEach
  void make() throws IOException {
    north = Comparer.atNoon(folder.resolve("north"));
    south = Comparer.atNoon(folder.resolve("south"));
    north.knows("South", south, 2_048);
    south.knows("North", north, 2_048);
  }

  @Test
  void findsTheFortyContactsThatTwoWorkspacesOfTwoThousandShare() throws IOException {
    north.ask("South", "q", 0, 2_000);
    assertThat(north.here.out()).contains("about 2,000 contacts");
    answer(1, south.contacts(1_960, 3_960));
    north.run("deconflict", "finish", "../south/a1");

    List<String> lines = north.here.out().lines().toList();
    assertThat(lines).hasSize(41).last().isEqualTo("40 contacts are held by both.");
    assertThat(lines.subList(0, 40))
        .containsExactlyElementsOf(
            IntStream.range(1_960, 2_000)
                .mapToObj("phone:+3363998%06d\tThe desk that holds it, +44 7700 900001"::formatted)
                .toList());
    assertThat(north.audit()).contains("shared=40 held=2048");
    assertThat(south.audit()).contains("asked by analyst, granted by eva").doesNotContain("+33");
    north.run("audit", "verify");
    south.run("audit", "verify");
  }

  @Test
  void comparesOpenCasesUnlessToldOtherwise() throws IOException {
    south.here.at(NOON);
    try (CaseDatabase database = CaseDatabase.open(south.workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, south.here.environment().clock());
      String id = cases.open("analyst", "A case");
      cases.put(
          cases.find("analyst", id).orElseThrow(),
          "analyst",
          new Subject(Subject.Kind.CONTACT, "phone:+33639980001"),
          "");
    }
    Path input =
        Files.writeString(
            south.home.resolve("adverts.jsonl"),
            "{\"id\":\"job-1\",\"title\":\"Staff\",\"text\":\"gardener wanted, call +33 6 39 98 00"
                + " 02\"}\n");
    south.run("run", "--input", input.toString());
    Files.writeString(north.home.resolve("list"), "+33 6 39 98 00 01\n# none\n+33639980002\n");
    north.run("deconflict", "ask", "--contacts", "list", "--to", "South", "--out", "q");
    answer(1, null);
    north.run("deconflict", "finish", "../south/a1");

    assertThat(north.here.out())
        .contains("phone:+33639980001\t", "1 contact is held by both.")
        .doesNotContain("phone:+33639980002");

    north.run("deconflict", "ask", "--contacts", "list", "--to", "South", "--out", "q2");
    south.run("deconflict", "answer", "../north/q2");
    south.decide(2, true);
    south.run(
        "deconflict",
        "answer",
        "../north/q2",
        "--granted",
        "2",
        "--query",
        "gardener",
        "--out",
        "a2");
    north.run("deconflict", "finish", "../south/a2");
    assertThat(north.here.out())
        .contains("phone:+33639980002\t", "1 contact is held by both.")
        .doesNotContain("phone:+33639980001");
  }

  @Test
  void refusesToAnswerWithoutTheGrantOfThisRequest() throws IOException {
    ask("q", 64);
    ask("q2", 64);
    south.run("deconflict", "answer", "../north/q");
    south.run("deconflict", "answer", "../north/q");
    assertThat(south.here.out()).contains("grant export 1 on the page");
    assertThat(refusal("q", "--granted", "1", "--out", "a")).contains("by a second person");
    south.decide(1, true);
    assertThat(refusal("q2", "--granted", "1", "--out", "a"))
        .contains("must be the export that stands for request");
    assertThat(refusal("q", "--granted", "1")).contains("must stand together");
    Path config = south.workspace.config();
    Files.writeString(config, "disclosure: {users: 'analyst=ben'}\n");
    assertThat(refusal("q", "--granted", "1", "--out", "a"))
        .contains("by the account that asked for it, but you are ben");
    Files.delete(config);
    south.here.at(NOON.plus(Duration.ofHours(25)));
    assertThat(refusal("q", "--granted", "1", "--out", "a")).contains("within the last 24 hours");
    assertThat(south.home.resolve("a")).doesNotExist();
  }

  @Test
  void stopsAnAgencyThatAsksForMoreThanItsQuotaInAWeek() throws IOException {
    south.knows("North", north, 128);
    ask("q", 64);
    ask("q2", 64);
    ask("q3", 1);
    answerTo("q", 1, south.contacts(0, 1));
    answerTo("q2", 2, south.contacts(0, 1));
    assertThat(south.here.vigie("deconflict", "answer", "../north/q3")).isEqualTo(9);
    assertThat(south.here.err()).contains("about 128 selectors in seven days", "about 64 more");
  }

  @Test
  void refusesAReplayAnExpiredRequestAStrangersAndOneToSomebodyElse() throws IOException {
    ask("q", 2);
    answerTo("q", 1, south.contacts(0, 1));
    assertThat(refusal("q")).contains("was answered before");

    ask("q2", 2);
    south.here.at(NOON.plus(Duration.ofDays(7)));
    assertThat(refusal("q2")).contains("expired at 2026-03-08T12:00:00Z");
    south.here.at(NOON.minus(Duration.ofDays(1)));
    assertThat(refusal("q2")).contains("made before now");

    south.here.at(NOON);
    south.knows("North", south, 2_048);
    assertThat(refusal("q2")).contains("is no partner's", north.key);
    assertThat(north.here.vigie("deconflict", "answer", "q2")).isEqualTo(4);

    byte[] changed = Files.readAllBytes(north.home.resolve("q2"));
    changed[changed.length - 1] ^= 1;
    Files.write(north.home.resolve("q2"), changed);
    assertThat(refusal("q2")).contains("its body was changed on the way");
  }

  @Test
  void answersNothingAgainWhereTheListOfWhatItAnsweredIsLost() throws IOException {
    ask("q", 2);
    answerTo("q", 1, south.contacts(0, 1));
    Files.delete(south.workspace.database());

    assertThat(refusal("q")).contains("must hold accounts", "the audit log knows of");
    assertThat(south.workspace.database()).doesNotExist();
  }

  @Test
  void readsAnAnswerOnce() throws IOException {
    ask("q", 2);
    answerTo("q", 1, south.contacts(0, 1));
    north.run("deconflict", "finish", "../south/a1");
    assertThat(north.here.vigie("deconflict", "finish", "../south/a1")).isEqualTo(4);
    assertThat(north.here.err()).contains("an answer is read once");
    try (Stream<Path> left = Files.list(north.workspace.root().resolve("deconflict"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void namesLinesThatHoldNoContact() throws IOException {
    Files.writeString(north.home.resolve("list"), "phone:+33639980001\nnobody\n");
    north.run("deconflict", "ask", "--contacts", "list", "--to", "South", "--out", "q");
    assertThat(north.here.err()).contains("1 lines of --contacts", ": 2");
    assertThat(north.here.vigie("deconflict", "ask", "--to", "South", "--out", "z")).isEqualTo(2);
    assertThat(
            north.here.vigie("deconflict", "ask", "--contacts", "list", "--to", "X", "--out", "z"))
        .isEqualTo(2);
  }

  private void ask(String name, int contacts) throws IOException {
    north.ask("South", name, 0, contacts);
  }

  private void answer(int number, String contacts) {
    answerTo("q", number, contacts);
  }

  private void answerTo(String name, int number, String contacts) {
    south.run("deconflict", "answer", "../north/" + name);
    south.decide(number, true);
    Stream<String> words =
        Stream.of(
            "deconflict",
            "answer",
            "../north/" + name,
            "--granted",
            String.valueOf(number),
            "--out",
            "a" + number);
    Stream<String> which = contacts == null ? Stream.of() : Stream.of("--contacts", contacts);
    south.run(Stream.concat(words, which).toArray(String[]::new));
  }

  private String refusal(String name, String... more) {
    assertThat(
            south.here.vigie(
                Stream.concat(
                        Stream.of("deconflict", "answer", "../north/" + name), Stream.of(more))
                    .toArray(String[]::new)))
        .isIn(2, 4);
    return south.here.err();
  }
}
