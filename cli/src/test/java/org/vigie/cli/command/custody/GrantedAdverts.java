package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** A workspace of three adverts, two of which somebody was granted to send. */
record GrantedAdverts(Path folder, Here here, Workspace workspace) {
  static final String TO = "Prosecutor, Exampleland";

  private static final String ADVERTS =
      """
      {"id":"job-1","title":"Staff","text":"waiter wanted, see https://example.org/x"}
      {"id":"job-2","title":"Staff","text":"waiter and cook wanted, call +33 6 39 98 00 02"}
      {"id":"job-3","title":"Staff","text":"gardener wanted, call +33 6 39 98 00 03"}
      """;

  private static final SharedFixture FILLED = new SharedFixture(GrantedAdverts::make);

  static GrantedAdverts in(Path folder) throws Exception {
    FILLED.copyTo(folder);
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    Workspace workspace = new Workspace(folder.resolve("vigie-workspace"));
    GrantedAdverts granted = new GrantedAdverts(folder, here, workspace);
    granted.grant("waiter");
    assertThat(here.vigie("evidence", "key")).as(here.err()).isZero();
    return granted;
  }

  private static void make(Path folder) throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Path input = Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  int evidence(String... words) {
    return here.vigie(
        Stream.concat(Stream.of("evidence", "--granted", "1", "--out", "package"), Stream.of(words))
            .toArray(String[]::new));
  }

  private void grant(String query) throws IOException {
    try (AdvertIndex index = AdvertIndex.open(workspace.index());
        CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", query, "jsonl", TO, "asked for in writing");
      requests.grant("eva", 1, "", index.advertIds(query));
    }
  }

  String idOf(String word) throws IOException {
    assertThat(here.vigie("export", word, "--output", word + ".jsonl")).as(here.err()).isZero();
    return firstId(Files.readString(folder.resolve(word + ".jsonl")));
  }

  private static String firstId(String json) {
    int at = json.indexOf("\"a-") + 1;
    return json.substring(at, json.indexOf('"', at));
  }

  static List<String> ids(Path adverts) throws IOException {
    try (Stream<String> lines = Files.lines(adverts)) {
      return lines.map(GrantedAdverts::firstId).toList();
    }
  }
}
