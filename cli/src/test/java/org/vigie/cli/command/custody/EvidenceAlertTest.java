package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.Evidence;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Judgements;
import org.vigie.casework.Opinion;
import org.vigie.casework.Readme;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.cli.command.ExampleWorkspace;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;
import org.vigie.search.alert.AlertChoice;

/** What was said of an alert stands in a package with the adverts of that alert alone. */
class EvidenceAlertTest {
  private static final String TO = "Prosecutor, Exampleland";

  @TempDir Path folder;

  @Test
  void saysWhatWasSaidOfAnAlertOnlyWhereTheAlertIsAboutTheAdvert() throws Exception {
    Workspace workspace = ExampleWorkspace.in(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    List<SearchResult.Hit> hits = new ArrayList<>();
    Alert alert;
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      index.forEachAdvert("", hits::add);
      alert =
          index.alerts(AlertChoice.all(), 0, 100).items().stream()
              .filter(one -> !one.evidence().isEmpty())
              .findFirst()
              .orElseThrow();
    }
    String other =
        hits.stream()
            .filter(hit -> !isAbout(alert, hit))
            .findFirst()
            .orElseThrow()
            .advert()
            .advert()
            .id();
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "", "jsonl", TO, "asked for in writing");
      requests.grant("eva", 1, "", hits.stream().map(hit -> hit.advert().advert().id()).toList());
    }
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Judgements.SCHEMA)) {
      new Judgements(database, Clock.systemUTC())
          .add("eva", new Subject(Subject.Kind.ALERT, alert.id()), Opinion.SUSPECTED, "said of it");
    }
    assertThat(here.vigie("evidence", "key")).as(here.err()).isZero();

    String[] words = {"evidence", alert.id(), other, "--granted", "1", "--to", TO, "--out", "out"};
    assertThat(here.vigie(words)).as(here.err()).isZero();

    List<String> lines = Files.readAllLines(folder.resolve("out/data/adverts.jsonl"));
    assertThat(lines).anyMatch(line -> line.contains("said of it"));
    assertThat(lines)
        .filteredOn(line -> line.contains("\"id\":\"" + other))
        .hasSize(1)
        .noneMatch(line -> line.contains("said of it"));
  }

  private static boolean isAbout(Alert alert, SearchResult.Hit hit) {
    String id = hit.advert().advert().id();
    return alert.subject().equals(id)
        || alert.subject().equals(hit.cluster().id())
        || alert.evidence().stream().map(Evidence::advertId).anyMatch(id::equals);
  }
}
