package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;

/** Erasure of what a unit's own files brought, which stay the unit's. */
class EraseOwnInputTest {
  private static final String GOES = "Evening cleaning of two small offices";
  private static final String TABLE =
      """
      name,description,where
      Cleaner,"%s, by the collective agreement",Cork
      Garden tools,"Spade, rake and mower, to be collected",Leeds
      """
          .formatted(GOES);
  private static final String LINES =
      """
      {"id":"1","text":"Grey cat lost near the old mill, reward"}
      {"id":"2","text":"Night porter wanted in a small hotel by the station"}
      """;

  @TempDir Path folder;

  @Test
  void namesEachFileAndLineLeavesThemAndTakesNothingInAgain() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Files.writeString(folder.resolve("own.csv"), TABLE);
    Files.writeString(folder.resolve("own.jsonl"), LINES);
    String[] run = {"run", "--input", "own.csv", "--input", "own.jsonl", "--quiet"};
    assertThat(here.vigie(run)).as(here.err()).isZero();
    List<String> ids = List.of(id("offices"), id("porter"));

    assertThat(here.vigie("erase", ids.get(0), ids.get(1), "--why", "asked, file 7/26"))
        .as(here.err())
        .isZero();

    assertThat(here.err())
        .contains(folder.resolve("own.csv") + ":2: not in the workspace")
        .contains(folder.resolve("own.jsonl") + ":2: not in the workspace")
        .contains("no later run takes it in");
    assertThat(folder.resolve("own.csv")).content().isEqualTo(TABLE);
    assertThat(folder.resolve("own.jsonl")).content().isEqualTo(LINES);
    assertThat(folder.resolve("vigie-workspace/audit/audit.jsonl"))
        .content()
        .containsPattern(
            "\"erased\",\"detail\":\"adverts=2 files=1 outside=\\S+own\\.\\S+:2 \\S+:2");
    assertHolds(2);

    assertThat(here.vigie(run)).as(here.err()).isZero();
    assertHolds(2);
  }

  @Test
  void erasesAllAdvertsOfAContactOnceTheirNumberIsConfirmed() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Files.writeString(
        folder.resolve("own.jsonl"),
        """
        {"id":"1","text":"Cleaner for rooms wanted, call +44 7700 900123","posted":"2026-01-14T14:00:00Z"}
        {"id":"2","text":"Porter wanted in a hotel, phone +44 (7700) 900-123 or porter@example.org"}
        {"id":"3","text":"Garden tools to be collected, +44 7700 900124"}
        {"id":"4","text":"Kitchen help wanted, write to Porter@example.org"}
        """);
    assertThat(here.vigie("run", "--input", "own.jsonl", "--quiet")).as(here.err()).isZero();
    String[] words = {"erase", "--contact", "+44 7700 900123", "--why", "asked, file 7/26"};

    assertThat(here.vigie(words)).as(here.err()).isZero();
    assertThat(here.out())
        .contains(id("Cleaner"), id("Porter"))
        .containsPattern("\n    first seen by us [0-9: UTC-]{20}, last [0-9: UTC-]{20}\n")
        .contains("\n    posted, as its site says: 2026-01-14 14:00 UTC\n")
        .contains("\n    posted: its site doesn’t say when\n")
        .contains("Nothing is erased yet. The same command with --expect 2 erases 2 adverts.");
    assertThat(here.vigie(with(words, "--expect", "3"))).isEqualTo(4);
    assertThat(here.err())
        .contains("--expect must be 2, as many adverts as name a contact, but was 3");
    assertThat(here.vigie(with(words, "--contact", "7700 900123"))).isEqualTo(2);
    assertHolds(4);

    assertThat(here.vigie(with(words, "--expect", "2", "--quiet"))).as(here.err()).isZero();
    assertHolds(2);
    assertThat(here.vigie("erase", "--contact", "porter@EXAMPLE.org", "--why", "asked")).isZero();
    assertThat(here.out()).contains(id("Kitchen"), "--expect 1 erases");
    assertThat(folder.resolve("vigie-workspace/audit/audit.jsonl"))
        .content()
        .contains("\"erase: count\"")
        .doesNotContain("900123", "porter@");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private String id(String word) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(folder.resolve("vigie-workspace/index"))) {
      return index.search(SearchRequest.of(word)).hits().getFirst().advert().advert().id();
    }
  }

  private void assertHolds(int adverts) throws IOException {
    Path root = folder.resolve("vigie-workspace");
    try (AdvertIndex index = AdvertIndex.open(root.resolve("index"))) {
      assertThat(index.counts().adverts()).isEqualTo(adverts);
      assertThat(index.search(SearchRequest.of("offices")).hits()).isEmpty();
    }
    try (Stream<Path> files = Files.walk(root.resolve("inbox"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContain(GOES);
      }
    }
  }
}
