package org.vigie.cli.command.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two agencies that wrote to each other about two people, one of whom is erased then. */
class EraseLettersTest {
  private static final String ERASED = "phone:+33639980002";
  private static final String STAYING = "phone:+33639980001";

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
  void takesTheQuestionAboutAPersonWhoIsErasedAndNoOther() throws Exception {
    String gone = received(ERASED, "Which adverts name this number?", "gone.p7m");
    String kept = received(STAYING, "Which adverts name this other number?", "kept.p7m");

    assertThat(erase(south, "cook")).contains(gone + ": letter of a partner").doesNotContain(kept);

    assertThat(letter(south, gone)).doesNotExist();
    assertThat(south.run("request", "show", gone))
        .contains("It named what was erased here")
        .doesNotContain("639980002");
    assertThat(south.refusal("request", "answer", gone)).contains("went with what was erased");
    assertThat(south.run("request", "show", kept)).contains("this other number", STAYING);
    assertThat(south.audit()).contains("letter deleted", "letter=" + gone);
    south.run("audit", "verify");
    assertThat(south.refusal("request", "open", "../north/gone.p7m")).contains("opened before");
  }

  @Test
  void findsANumberInALettersWordsHoweverItsDigitsAreParted() throws Exception {
    String gone =
        received(STAYING, "Does the waiter also use +33 (6) 39-98.00 02?", "question.p7m");

    assertThat(erase(south, "cook")).contains(gone);
    assertThat(letter(south, gone)).doesNotExist();
  }

  @Test
  void takesAReceivedPackageAsAWholeSinceItIsSignedAsAWhole() throws Exception {
    String question = received(ERASED, "Which adverts name this number?", "q.p7m");
    south.run("request", "answer", question);
    south.grant(1);
    south.run(
        "evidence --granted 1 --to North --tlp amber --keep-until 2031-12-31 --out package"
            .split(" "));
    south.run("request", "answer", question, "--package", "package", "--out", "a.p7m");
    String answer = south.letter();
    north.run("request", "open", "../south/a.p7m");
    assertThat(letter(north, answer).resolve("data/package/data/adverts.jsonl")).exists();

    assertThat(erase(north, "cook")).contains(answer);
    assertThat(letter(north, answer)).doesNotExist();
    assertThat(north.run("request", "show", answer)).contains("went with it");
  }

  @Test
  void leavesLettersWholeWhereAnAdvertNamesAnotherContact() throws Exception {
    String kept = received(ERASED, "Which adverts name this number?", "q.p7m");

    assertThat(erase(south, "waiter")).doesNotContain(kept);
    assertThat(south.run("request", "show", kept)).contains("Which adverts name this number?");
  }

  @Test
  void goesOnWhereAnArchiveOfAPartnerIsBroken() throws Exception {
    String kept = received(STAYING, "Which adverts name this other number?", "q.p7m");
    Files.writeString(letter(south, kept).resolve("data/broken.zip"), "PK but no zip");

    assertThat(erase(south, "cook")).contains("data/broken.zip (can't be searched whole)");
    assertThat(letter(south, kept)).exists();
  }

  /** Has North ask South about a contact, and returns the id of the letter. */
  private String received(String contact, String question, String file) throws Exception {
    String id = north.open(contact);
    String[] words = {
      "request",
      "make",
      id,
      "--to",
      "South",
      "--question",
      question,
      "--recipient",
      south.workspace.root().resolve("exchange/reader.pem").toString(),
      "--days",
      "5"
    };
    String asked = north.run(words);
    String grant = asked.replaceAll("(?s).*grant export (\\d+).*", "$1");
    north.grant(Long.parseLong(grant));
    String[] more = {"--granted", grant, "--out", file};
    north.run(
        Stream.of(List.of(words), List.of(more)).flatMap(List::stream).toArray(String[]::new));
    String letter = north.letter();
    south.run("request", "open", "../north/" + file);
    return letter;
  }

  /** Erases the advert with a word, and returns what is told of it. */
  private static String erase(Agency agency, String word) throws IOException {
    agency.run("export", word, "--output", word + ".jsonl");
    Path file = agency.home.resolve(word + ".jsonl");
    String id = Files.readString(file).replaceAll("(?s).*?\"(a-[0-9a-f]{20})\".*", "$1");
    Files.delete(file);
    agency.run("erase", id, "--why", "request of the person");
    return agency.here.err();
  }

  private static Path letter(Agency agency, String id) {
    return agency.workspace.root().resolve("exchange/letters/" + id);
  }
}
