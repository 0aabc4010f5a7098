package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.pipeline.workspace.Workspace;

/** From adverts to drafts that a provider can be asked by. */
class PreserveCommandTest {
  private static final String TO = "Example Hosting, Exampleland";

  private static final String ADVERTS =
      """
      {"id":"job-1","url":"https://jobs.example.org/1","site":"jobs.example.org","author":"hr-one","title":"Staff","text":"waiter wanted"}
      {"id":"job-2","url":"https://jobs.example.org/2","site":"jobs.example.org","title":"Staff","text":"gardener wanted"}
      """;

  private static final SharedFixture FILLED = new SharedFixture(PreserveCommandTest::make);

  @TempDir Path folder;
  private Here here;
  private Workspace workspace;

  @BeforeEach
  void fill() throws Exception {
    FILLED.copyTo(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
  }

  private static void make(Path folder) throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Path input = Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  @Test
  void draftsEveryFormInAMinuteWithWhatIsKnownAndNamesWhatIsMissing(TestReporter told)
      throws Exception {
    String advert = idOf("waiter");
    Instant start = Instant.now();
    assertThat(preserve(advert)).as(here.err()).isZero();
    Duration took = Duration.between(start, Instant.now());

    told.publishEntry("drafts of all forms, ms", Long.toString(took.toMillis()));
    assertThat(took).isLessThan(Duration.ofSeconds(60));
    assertThat(here.out())
        .contains("epoc-pr.md:", "epoc.md:", "dsa-information.md:", "dsa-content.md:")
        .contains("missing: issuing-state, validating-authority, data-category, criminal-law,")
        .contains("Drafts, not orders");
    assertThat(folder.resolve("drafts/epoc-pr.md"))
        .content()
        .contains("`https://jobs.example.org/1`", "`jobs.example.org job-1`", "`" + TO + "`")
        .contains("**MISSING.**", "6(4)(d)", "60 days")
        .doesNotContain("waiter", "/2");
    assertThat(folder.resolve("drafts/epoc-pr.ics")).content().contains("BEGIN:VEVENT\r\n");
    assertThat(Files.getPosixFilePermissions(folder.resolve("drafts/epoc-pr.md")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("preserve", advert);
  }

  @Test
  void takesWhatAPersonSaysAndWritesInTheirLanguage() throws Exception {
    assertThat(
            preserve(
                idOf("waiter"),
                "--form",
                "epoc-pr",
                "--language",
                "fr",
                "--fill",
                "issuing-state=France"))
        .as(here.err())
        .isZero();
    assertThat(folder.resolve("drafts/epoc-pr.md"))
        .content()
        .contains("`France`", "**MANQUE.**", "Projet, et non une décision", "n'est envoyé");
    assertThat(folder.resolve("drafts").toFile().list()).hasSize(2);
  }

  @Test
  void aFormOfTheOperatorReplacesOurs() throws Exception {
    Files.createDirectories(workspace.root().resolve("preservation"));
    Files.writeString(
        workspace.root().resolve("preservation/mine.yaml"),
        """
        form: epoc-pr
        title: {en: Corrected, de: Berichtigt}
        basis: {en: Law, de: Gesetz}
        clock: {en: Soon, de: Bald}
        parts:
          - {key: who, from: authority, label: {en: Who, de: Wer}}
        """);
    assertThat(preserve(idOf("waiter"), "--form", "epoc-pr")).as(here.err()).isZero();
    assertThat(folder.resolve("drafts/epoc-pr.md")).content().startsWith("# Corrected\n");
  }

  @Test
  void refusesWhatItCannotDraft() throws Exception {
    assertThat(preserve("a-00000000000000000000")).isEqualTo(4);
    assertThat(here.err()).contains("no advert, cluster or alert has the id");
    assertThat(preserve(idOf("waiter"), "--form", "letter")).isEqualTo(2);
    assertThat(here.err()).contains("--form must be one of dsa-content, ");
    assertThat(preserve(idOf("waiter"), "--fill", "colour=red")).isEqualTo(2);
    assertThat(preserve(idOf("waiter"), "--language", "xx")).isEqualTo(2);
    assertThat(folder.resolve("drafts")).doesNotExist();
  }

  private int preserve(String... words) {
    return here.vigie(
        Stream.concat(Stream.of("preserve", "--to", TO, "--out", "drafts"), Stream.of(words))
            .toArray(String[]::new));
  }

  private String idOf(String word) {
    assertThat(here.vigie("search", word, "--json")).as(here.err()).isZero();
    Matcher id = Pattern.compile("a-[0-9a-f]{20}").matcher(here.out());
    assertThat(id.find()).isTrue();
    return id.group();
  }
}
