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
