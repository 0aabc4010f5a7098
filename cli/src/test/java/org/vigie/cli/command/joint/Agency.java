package org.vigie.cli.command.joint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Readme;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** An agency with adverts, keys and a partner, in a folder of its own. */
final class Agency {
  private static final SharedFixture FILLED = new SharedFixture(Agency::make);
  private static final Pattern FINGERPRINT = Pattern.compile("Fingerprint: ([0-9a-f]{64})");

  final Path home;
  final Here here;
  final Workspace workspace;
  final List<String> former = new ArrayList<>();
  String fingerprint;

  Agency(Path home) throws Exception {
    this.home = home;
    FILLED.copyTo(home);
    here = Here.in(home).home(Readme.project()).onRealTime();
    workspace = new Workspace(home.resolve("vigie-workspace"));
    run("evidence", "key");
    Matcher found = FINGERPRINT.matcher(here.out());
    assertThat(found.find()).isTrue();
    fingerprint = found.group(1);
    run("request", "key");
  }

  private static void make(Path folder) throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Path input =
        Files.writeString(
            folder.resolve("adverts.jsonl"),
            """
            {"id":"job-1","title":"Staff","text":"waiter wanted, call +33 6 39 98 00 01"}
            {"id":"job-2","title":"Staff","text":"cook wanted, call +33 6 39 98 00 02"}
            """);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  void knows(String name, Agency other) throws IOException {
    Files.writeString(
        workspace.root().resolve("deconflict.yaml"),
        """
        desk: 'The desk, +44 7700 900001'
        partners:
          - name: %s
            fingerprint: %s
            former: %s
        """
            .formatted(name, other.fingerprint, other.former));
  }

  /** Changes the key that signs; whoever knows the agency from now on knows both keys. */
  void rotate() throws IOException {
    run("keys", "rotate-evidence");
    Matcher found = FINGERPRINT.matcher(here.out());
    assertThat(found.find()).isTrue();
    former.add(fingerprint);
    fingerprint = found.group(1);
  }

  String run(String... words) {
    assertThat(here.vigie(words)).as("%s %s %s", List.of(words), here.err(), here.out()).isZero();
    return here.out();
  }

  /** Tries what must be refused, and returns why it is. */
  String refusal(String... words) {
    assertThat(here.vigie(words)).as("%s %s", List.of(words), here.out()).isIn(2, 3, 4);
    return here.err();
  }

  void grant(long export) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA);
        AdvertIndex index = AdvertIndex.open(workspace.index())) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      String query = requests.find(export).orElseThrow().query();
      assertThat(requests.grant("eva", export, "", index.advertIds(query))).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a case about a contact, and returns its id. */
  String open(String contact) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.systemUTC());
      String id = cases.open("analyst", "A case");
      cases.put(
          cases.find("analyst", id).orElseThrow(),
          "analyst",
          new Subject(Subject.Kind.CONTACT, contact),
          "");
      return id;
    }
  }

  List<String> notes(String id) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.systemUTC());
      return cases.items(cases.find("analyst", id).orElseThrow()).stream()
          .map(item -> item.note())
          .filter(note -> !note.isEmpty())
          .toList();
    }
  }

  String audit() throws IOException {
    return Files.readString(workspace.audit().resolve("audit.jsonl"));
  }

  /** Finds the id of a letter in what was printed last. */
  String letter() {
    Matcher found = Pattern.compile("\\b[0-9a-f]{32}\\b").matcher(here.out());
    assertThat(found.find()).as(here.out()).isTrue();
    return found.group();
  }
}
