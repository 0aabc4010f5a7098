package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.files.digest.Sha256;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.document.RecordJson;
import org.vigie.text.safe.Words;

/** {@code vigie restrict}: what is restricted is met by no command until it is lifted. */
class RestrictCommandTest {
  private static final Pattern ADVERT = Pattern.compile("a-[0-9a-f]{20}");

  @TempDir Path folder;

  private Here here;
  private String id;

  @BeforeEach
  void makeWorkspace() throws Exception {
    ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    vigie("search", "passport");
    Matcher first = ADVERT.matcher(here.out());
    assertThat(first.find()).as(here.out()).isTrue();
    id = first.group();
  }

  @Test
  void showsARestrictedAdvertToNobodyUntilItIsLifted() throws Exception {
    String posted = posted();
    vigie("restrict", id, "--ground", "accuracy", "--why", "contested, file 7/26");

    vigie("search", "passport");
    assertThat(here.out()).doesNotContain(id);
    assertThat(here.vigie("show", id)).isNotZero();
    vigie("restrict");
    assertThat(here.out())
        .contains(id, "accuracy", "contested, file 7/26")
        .containsPattern(
            "\n    first seen by us [0-9: UTC-]{20}( or before)?, last [0-9: UTC-]{20}\n")
        .contains("\n    posted, as its site says: " + posted + "\n");

    vigie("restrict", id, "--lift", "--told", "--why", "settled in court");

    vigie("search", "passport");
    assertThat(here.out()).contains(id);
    vigie("restrict");
    assertThat(here.out()).isEmpty();
    assertThat(here.err()).contains("Nothing is restricted.");
  }

  /** Returns when the advert's site says that it was posted. */
  private String posted() throws IOException {
    try (AdvertIndex index = AdvertIndex.open(folder.resolve("vigie-workspace/index"))) {
      return Words.minute(
          Objects.requireNonNull(index.findAdvert(id).orElseThrow().advert().postedAt()));
    }
  }

  /** Returns the id of the one mandate that was used. */
  private static String mandate(Path workspace) throws IOException {
    try (Stream<Path> used = Files.list(workspace.resolve("mandates"))) {
      return used.findFirst().orElseThrow().getFileName().toString().replace(".json", "");
    }
  }

  @Test
  void deliversAlertsThatCountNothingThatIsRestricted() throws Exception {
    Path workspace = folder.resolve("vigie-workspace");
    Path config = workspace.resolve("vigie.yaml");
    Files.writeString(
        config,
        Files.readString(config)
            .replaceFirst("(deliver:\\R(?: *#.*\\R)*  file:).*", "$1 told.jsonl")
            .replaceFirst("(\n  reviewer:).*", "$1 E. Lead")
            .replaceFirst("(\n  mandate:).*", "$1 " + mandate(workspace)));
    Hidden hidden = new Hidden(Set.of(id), Set.of(), Set.of());
    Set<String> cut;
    try (AdvertIndex index = AdvertIndex.open(workspace.resolve("index"), hidden)) {
      cut = index.unshown();
    }
    vigie("restrict", id, "--why", "file 7/26");

    vigie("deliver");

    List<Alert> told = new ArrayList<>();
    for (String line : Files.readAllLines(workspace.resolve("told.jsonl"))) {
      told.add(RecordJson.read(line, Alert.class));
    }
    assertThat(told).isNotEmpty();
    assertThat(told.toString()).doesNotContain(id);
    assertThat(told.stream().filter(alert -> cut.contains(alert.subject())))
        .isNotEmpty()
        .allMatch(alert ->
            alert.headline().contains(" adverts of one campaign: ")
                || alert.headline().contains(" adverts of one network: ")
                || alert.headline().contains(" adverts that name one contact: "));
  }

  @Test
  void logsALiftingAsItLogsARestrictionAndWantsWhoeverContestsItToBeTold() throws Exception {
    vigie("restrict", id, "--ground", "accuracy", "--why", "contested, file 7/26");
    assertThat(here.vigie("restrict", id, "--lift", "--why", "settled in court")).isNotZero();
    assertThat(here.err()).contains("must be told before the restriction is lifted");
    vigie("restrict");
    assertThat(here.out()).contains(id);

    vigie("restrict", id, "--lift", "--told", "--why", "settled in court");

    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("vigie-workspace/audit/audit.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    List<JsonNode> acts =
        lines.stream()
            .filter(line -> line.toString().contains("on the ground of accuracy"))
            .toList();
    assertThat(acts).hasSize(2);
    assertThat(acts.get(0).toString()).contains("advert:" + id, "contested, file 7/26");
    assertThat(acts.get(1).toString())
        .contains("advert:" + id + " no longer", "the person was told", "settled in court");

    for (JsonNode act : acts) {
      assertThat(act.path("user").asText()).isNotEmpty();
      assertThat(act.path("mandate").asText()).isNotEmpty();
    }
  }

  @Test
  void logsWhatAListOfRestrictionsShowsAndItsHashWhichAlsoNamesContacts() throws Exception {
    vigie("restrict", id, "--why", "file 7/26");
    vigie("restrict", "+33 6 39 98 00 01", "--why", "file 8/26");

    vigie("restrict");

    assertThat(here.out().lines().filter(line -> !line.startsWith(" "))).hasSize(2);
    List<String> log = Files.readAllLines(folder.resolve("vigie-workspace/audit/audit.jsonl"));
    assertThat(log.getLast())
        .contains(
            "\"command\":\"shown by restrict\"",
            "\"shown\":\"" + id + "\",\"count\":1",
            "\"file\":\"" + Sha256.of(here.out()) + "\"");
  }

  @Test
  void refusesWhatIsNotThereWhatIsNotRestrictedAndSilence() {
    assertThat(here.vigie("restrict", "a-0123456789abcdef0123", "--why", "a test")).isNotZero();
    assertThat(here.err()).contains("must be an advert, cluster or contact that is shown");

    assertThat(here.vigie("restrict", id, "--lift", "--why", "a test")).isNotZero();
    assertThat(here.err()).contains("what is lifted must be restricted");

    assertThat(here.vigie("restrict", id)).isNotZero();
    assertThat(here.err()).contains("--why must say why");
  }

  private void vigie(String... arguments) {
    assertThat(here.vigie(arguments)).as(here.err()).isZero();
  }
}
