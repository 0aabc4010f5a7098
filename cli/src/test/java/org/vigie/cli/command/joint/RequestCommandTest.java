package org.vigie.cli.command.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.JointLetters;
import org.vigie.exchange.joint.Letter;
import org.vigie.exchange.marking.Tlp;

/** Two agencies that look into one case, by files. */
class RequestCommandTest {
  private static final String CONTACT = "phone:+33639980002";
  private static final String QUESTION = "Which adverts name this number?";

  @TempDir Path folder;
  private Agency north;
  private Agency south;

  @BeforeEach
  void make() throws Exception {
    north = new Agency(folder.resolve("north"));
    south = new Agency(folder.resolve("south"));
    north.knows("South", south);
    south.knows("North", north);
  }

  @Test
  void carriesAQuestionAndItsAnswerIntoACaseOfEach() throws Exception {
    String question = ask();
    assertThat(Files.readString(file("north/q.p7m"), StandardCharsets.ISO_8859_1))
        .doesNotContain(QUESTION, "639980002", "Vigie trial");

    assertThat(south.run("request", "open", "../north/q.p7m"))
        .contains("Question " + question + " of North, signed by their key, is in case k-1");
    assertThat(south.run("request", "show", question))
        .contains(QUESTION, CONTACT + ": 1 advert here", "Mandate m-", "Vigie trial");

    String answer = answer(question);
    assertThat(north.run("request", "open", "../south/a.p7m"))
        .contains("Answer " + answer + " of South", "is in case k-1", "Its package is whole");
    Path received = north.workspace.root().resolve("exchange/letters/" + answer + "/data/package");
    assertThat(north.run("evidence", "verify", received.toString(), "--signer", south.fingerprint))
        .contains("Whole: ");
    assertThat(received.resolve("data/adverts.jsonl")).content().contains("cook").hasLineCount(1);

    for (Agency each : new Agency[] {north, south}) {
      assertThat(each.run("request", "show").lines())
          .hasSize(2)
          .anyMatch(line -> line.matches("k-1  question  " + question + "  .*TLP:GREEN  until .*"))
          .anyMatch(
              line -> line.matches("k-1  answer    " + answer + "  .*TLP:AMBER  until 2031-12-31"));
      assertThat(each.notes("k-1")).hasSize(2).noneMatch(note -> note.contains("number"));
      assertThat(each.run("audit", "verify")).isNotEmpty();
    }
    assertThat(north.here.err()).isEmpty();
    assertThat(north.audit())
        .contains("letter sent", "letter opened", "granted by eva")
        .doesNotContain("639980002");
    assertThat(south.audit()).contains("\"recipient\":\"North\"").doesNotContain("639980002");
  }

  @Test
  void carriesAQuestionAndItsWithdrawalByMail() throws Exception {
    String question = ask("q.eml");
    assertThat(file("north/q.eml"))
        .content()
        .contains("Content-Type: multipart/mixed")
        .doesNotContain(question, "North", "South", QUESTION);
    assertThat(south.run("request", "open", "../north/q.eml"))
        .contains("Question " + question + " of North, signed by their key, is in case k-1");
    assertThat(south.run("request", "show", question)).contains(QUESTION);
    assertThat(fileNamedBy(south, "letter opened")).isEqualTo(fileNamedBy(north, "letter sent"));

    north.run("request", "withdraw", question, "--why", "asked in error", "--out", "w.eml");
    assertThat(south.run("request", "open", "../north/w.eml")).contains("isn't kept here any more");
    Files.writeString(file("north/none.eml"), "Subject: Letter\n\nSee the attachment.\n");
    assertThat(south.refusal("request", "open", "../north/none.eml"))
        .contains("a mail with a letter must hold one file, but holds 0");
    Files.writeString(
        file("north/changed.eml"),
        Files.readString(file("north/w.eml")).replaceFirst("\nMIA", "\nMIB"));
    assertThat(south.refusal("request", "open", "../north/changed.eml"))
        .contains("changed.eml must be a package encrypted by CMS")
        .doesNotContain("unfinished");
  }

  /** Returns the hash of the file that a log says was handed out or taken. */
  private static String fileNamedBy(Agency agency, String event) throws Exception {
    String line =
        agency.audit().lines().filter(one -> one.contains(event)).findFirst().orElseThrow();
    return line.replaceAll(".*\"file\":\"(sha256:[0-9a-f]+)\".*", "$1");
  }

  @Test
  void takesBackAnAnswerAndDeletesItThere() throws Exception {
    String question = ask();
    south.run("request", "open", "../north/q.p7m");
    String answer = answer(question);
    north.run("request", "open", "../south/a.p7m");

    south.run("request", "withdraw", answer, "--why", "an order was lifted", "--out", "w.p7m");
    assertThat(south.run("request", "show")).contains("withdrawn 20");
    assertThat(south.refusal("request", "withdraw", answer, "--why", "again", "--out", "w2.p7m"))
        .contains("still stands");
    assertThat(north.refusal("request", "withdraw", answer, "--why", "theirs", "--out", "w3.p7m"))
        .contains("of ours");

    assertThat(north.run("request", "open", "../south/w.p7m"))
        .contains("Letter " + answer + " isn't kept here any more", "Why: an order was lifted");
    assertThat(north.workspace.root().resolve("exchange/letters/" + answer)).doesNotExist();
    assertThat(north.run("request", "show")).contains("withdrawn 20");
    assertThat(north.run("request", "show", answer)).contains("it was deleted here");
    north.run("audit", "verify");
    south.run("audit", "verify");
  }

  @Test
  void answersNoQuestionThatWasWithdrawn() throws Exception {
    String question = ask();
    south.run("request", "open", "../north/q.p7m");
    north.run("request", "withdraw", question, "--why", "asked in error", "--out", "w.p7m");
    south.run("request", "open", "../north/w.p7m");
    assertThat(south.refusal("request", "answer", question)).contains("that wasn't withdrawn");
    assertThat(south.run("request", "show", question)).doesNotContain(QUESTION);
  }

  @Test
  void opensNothingThatWasWithdrawnOnItsWay() throws Exception {
    String question = ask();
    north.run("request", "withdraw", question, "--why", "asked in error", "--out", "w.p7m");
    assertThat(south.run("request", "open", "../north/w.p7m")).contains("is in no case");
    assertThat(south.refusal("request", "open", "../north/q.p7m"))
        .contains("its sender withdrew " + question);
  }

  @Test
  void deletesWhatMayBeKeptNoLonger() throws Exception {
    String question = ask();
    south.run("request", "open", "../north/q.p7m");
    south.here.at(Clock.systemUTC().instant().plus(Duration.ofDays(3)));
    south.run("request", "show");
    assertThat(south.workspace.root().resolve("exchange/letters/" + question)).exists();
    south.here.at(Clock.systemUTC().instant().plus(Duration.ofDays(6)));
    south.run("retention", "--apply", "--quiet");
    assertThat(south.run("request", "show")).contains("over since");
    assertThat(south.audit()).contains("letter deleted");
    assertThat(south.workspace.root().resolve("exchange/letters/" + question)).doesNotExist();
    assertThat(south.refusal("request", "open", "../north/q.p7m")).contains("last day is over");
  }

  @Test
  void opensALetterAgainThatAKilledRunKeptAndDidNotWriteDown() throws Exception {
    String question = ask();
    Path left = south.workspace.root().resolve("exchange/letters/" + question);
    Files.writeString(Files.createDirectories(left.resolve("data")).resolve("half"), "x");

    assertThat(south.run("request", "open", "../north/q.p7m")).contains("is in case k-1");
    assertThat(south.run("request", "show", question)).contains(QUESTION);
    assertThat(left.resolve("data/half")).doesNotExist();
  }

  @Test
  void deletesWhatAKilledRunKeptAndDidNotWriteDownADayAgo() throws Exception {
    ask();
    south.run("request", "open", "../north/q.p7m");
    Path letters = south.workspace.root().resolve("exchange/letters");
    Path left = Files.createDirectory(letters.resolve("ab".repeat(16)));
    south.run("request", "show");
    assertThat(left).exists();
    south.here.at(Clock.systemUTC().instant().plus(Duration.ofDays(2)));
    south.run("request", "show");
    assertThat(letters.toFile().list()).hasSize(1);
    assertThat(left).doesNotExist();
    assertThat(south.audit()).contains("letter=" + left.getFileName());
  }

  @Test
  void goesOnWhereTheKeysOfBothChangeAfterTheQuestion() throws Exception {
    String question = ask();
    south.rotate();
    assertThat(south.run("request", "open", "../north/q.p7m")).contains("of North");
    north.rotate();
    north.knows("South", south);
    String answer = answer(question);
    assertThat(north.run("request", "open", "../south/a.p7m"))
        .contains("Answer " + answer + " of South", "is in case k-1");

    south.knows("North", north);
    north.run("request", "withdraw", question, "--why", "asked in error", "--out", "w.p7m");
    assertThat(south.run("request", "open", "../north/w.p7m")).contains("is in case k-1");
    assertThat(south.run("request", "show")).contains("withdrawn 20");
    assertThat(south.refusal("request", "answer", question)).contains("that wasn't withdrawn");
  }

  @Test
  void holdsNoLetterForWithdrawnBecauseAnotherPartnerSaysSo() throws Exception {
    String question = ask();
    JointLetters letters = new JointLetters(south.workspace.database(), Clock.systemUTC());
    letters.add(withdrawalOf(question), "", false, "East", "ea".repeat(32), "sha256:", () -> {});

    south.run("request", "open", "../north/q.p7m");
    assertThat(south.run("request", "show", question)).contains(QUESTION);
    north.rotate();
    south.knows("North", north);
    north.run("request", "withdraw", question, "--why", "asked in error", "--out", "w.p7m");
    south.run("request", "open", "../north/w.p7m");
    assertThat(south.run("request", "show", question)).contains("withdrawn 20");
  }

  private static Letter withdrawalOf(String id) {
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "East", "An act", "A purpose", "e-1", "eva", now.plus(Duration.ofDays(9)), Set.of());
    return new Letter(
        new Letter.Heading(Letter.Kind.WITHDRAWAL, "ab".repeat(16), id),
        "us",
        mandate,
        "",
        List.of(),
        Tlp.GREEN,
        now,
        LocalDate.ofInstant(now.plus(Duration.ofDays(9)), ZoneOffset.UTC));
  }

  @Test
  void asksNobodyWithoutTheGrantOfThisQuestion() throws Exception {
    String id = north.open(CONTACT);
    assertThat(north.refusal(question(id, "--granted", "1", "--out", "q.p7m")))
        .contains("must have been granted by a second person");
    north.run(question(id));
    north.grant(1);
    String[] other = question(id, "--granted", "1", "--out", "q.p7m");
    other[6] = "Another question";
    assertThat(north.refusal(other)).contains("must be the export that stands for this question");
    assertThat(north.refusal(question("k-9"))).contains("k-9 must be an open case");
    assertThat(north.refusal(question(id, "--granted", "1"))).contains("must stand together");
    assertThat(file("north/q.p7m")).doesNotExist();
  }

  @Test
  void opensNoLetterTwiceOfAStrangerForSomebodyElseOrChanged() throws Exception {
    ask();
    south.run("request", "open", "../north/q.p7m");
    assertThat(south.refusal("request", "open", "../north/q.p7m")).contains("was opened before");
    assertThat(north.refusal("request", "open", "q.p7m")).contains("is to others");
    assertThat(south.refusal("request", "open", "none")).contains("there is no such file");

    north.run(question("k-1", "--days", "3"));
    north.grant(2);
    north.run(question("k-1", "--days", "3", "--granted", "2", "--out", "q2.p7m"));
    south.knows("North", south);
    assertThat(south.refusal("request", "open", "../north/q2.p7m"))
        .contains("is no partner's", north.fingerprint);
    south.knows("North", north);
    byte[] bytes = Files.readAllBytes(file("north/q2.p7m"));
    bytes[bytes.length - 40] ^= 1;
    Files.write(file("north/q2.p7m"), bytes);
    assertThat(south.refusal("request", "open", "../north/q2.p7m")).contains("changed");
    assertThat(south.workspace.root().resolve("exchange/letters").toFile().list()).hasSize(1);
  }

  @Test
  void saysWhatToTypeForAnyPartnerAndWorkspace() throws Exception {
    south.knows("\"Parquet de l'Essonne\"", north);
    String question = ask();
    south.run("request", "open", "../north/q.p7m");
    String workspace = south.workspace.root().toString();
    assertThat(south.run("request", "answer", question, "--workspace", workspace))
        .contains(
            "--to 'Parquet de l'\\''Essonne' --workspace '%s' --keep-until".formatted(workspace),
            "request answer %s --workspace '%s' --package".formatted(question, workspace));
  }

  @Test
  void answersWithAWholePackageOfOursForThisPartnerAlone() throws Exception {
    String question = ask();
    south.run("request", "open", "../north/q.p7m", "--into", south.open(CONTACT));
    south.run("request", "answer", question);
    south.grant(1);
    south.run("evidence", "--granted", "1", "--to", "North", "--out", "package");
    String[] words = {"request", "answer", question, "--package", "package", "--out", "a.p7m"};
    assertThat(south.refusal(words)).contains("--keep-until");
    Files.writeString(file("south/package/data/report.html"), "x");
    assertThat(south.refusal(words)).contains("as we signed it", "data/report.html");
    assertThat(south.refusal("request", "answer", question, "--package", "package"))
        .contains("must stand together");
    assertThat(south.refusal("request", "answer", "0".repeat(32))).contains("must be a letter");
    assertThat(file("south/a.p7m")).doesNotExist();
  }

  /** Has a question granted and written, and returns its id. */
  private String ask() {
    return ask("q.p7m");
  }

  private String ask(String out) {
    String id = north.open(CONTACT);
    assertThat(north.run(question(id))).contains("grant export 1");
    north.grant(1);
    north.run(question(id, "--granted", "1", "--out", out));
    return north.letter();
  }

  private String[] question(String id, String... more) {
    String[] words = {
      "request",
      "make",
      id,
      "--to",
      "South",
      "--question",
      QUESTION,
      "--tlp",
      "green",
      "--recipient",
      file("south/vigie-workspace/exchange/reader.pem").toString(),
      "--days",
      "5"
    };
    if (more.length > 0 && more[0].equals("--days")) {
      words[12] = more[1];
      return join(words, java.util.Arrays.copyOfRange(more, 2, more.length));
    }
    return join(words, more);
  }

  private static String[] join(String[] words, String... more) {
    return java.util.stream.Stream.concat(
            java.util.Arrays.stream(words), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  /** Has an answer granted and written, and returns its id. */
  private String answer(String question) {
    assertThat(south.run("request", "answer", question)).contains("grant export 1");
    south.grant(1);
    south.run(
        "evidence",
        "--granted",
        "1",
        "--to",
        "North",
        "--tlp",
        "amber",
        "--keep-until",
        "2031-12-31",
        "--out",
        "package");
    south.run("request", "answer", question, "--package", "package", "--out", "a.p7m");
    return south.letter();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
