package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.world.FakeMisp;

/** Adverts to servers that speak MISP's and TAXII's documented interfaces. */
class PushCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TO = "Agency, Exampleland";
  private static final SharedFixture FILLED = new SharedFixture(PushCommandTest::make);

  @TempDir Path folder;
  private Here here;
  private Workspace workspace;
  private FakeMisp misp;

  @BeforeEach
  void start() throws Exception {
    FILLED.copyTo(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    misp = FakeMisp.start("secret-key");
    Files.writeString(folder.resolve("misp.key"), "secret-key\n");
  }

  @AfterEach
  void stop() {
    misp.close();
  }

  private static void make(Path folder) throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    StringBuilder adverts = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      adverts.append(
          "{\"id\":\"job-%1$d\",\"title\":\"Staff\",\"text\":\"waiter %1$d wanted, call +33 6 39 98 %2$s\"}\n"
              .formatted(i, "%02d %02d".formatted(i / 100, i % 100)));
    }
    Path input = Files.writeString(folder.resolve("adverts.jsonl"), adverts);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  @Test
  void addsAnEventOnceAndEditsItThen() throws Exception {
    here.at(Clock.systemUTC().instant());
    assertThat(push("\"waiter 7 wanted\"", "--tlp", "green")).as(here.err()).isZero();
    assertThat(here.out()).contains("1 advert sent: event ", " added, 3 of 3 parts taken.");
    JsonNode event = JSON.readTree(misp.events().values().iterator().next()).path("Event");
    assertThat(event.at("/Tag/0/name").asText()).isEqualTo("tlp:green");
    assertThat(event.at("/Attribute/0/value").asText()).isEqualTo("+33639980007");
    assertThat(event.at("/Attribute/0/to_ids").asBoolean()).isFalse();

    here.at(Clock.systemUTC().instant().plus(Duration.ofMinutes(1)));
    assertThat(push("\"waiter 7 wanted\"", "--tlp", "amber")).as(here.err()).isZero();
    assertThat(here.out()).contains(" updated, 3 of 3 parts taken.");
    assertThat(misp.events()).hasSize(1);
    assertThat(misp.events().values().iterator().next()).contains("tlp:amber");
  }

  @Test
  void updatesTheEventOfACaseThatGainedAnAdvertAndLeavesThatOfAnotherCase() throws Exception {
    Instant now = Clock.systemUTC().instant();
    here.at(now);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.fixed(now, ZoneOffset.UTC));
      cases.open("analyst", "One");
      cases.open("analyst", "Two");
      cases.open("eva", "Hers");
    }
    assertThat(push("\"waiter 7 wanted\"", "--about", "k-1")).as(here.err()).isZero();
    assertThat(push("\"waiter 7 wanted\"", "--about", "k-2")).as(here.err()).isZero();
    assertThat(lastAudit()).contains("about k-2");
    here.at(now.plus(Duration.ofMinutes(1)));
    String both = "\"waiter 7 wanted\" OR \"waiter 8 wanted\"";
    assertThat(push(both, "--about", "k-1")).as(here.err()).isZero();

    assertThat(here.out()).contains(" updated");
    assertThat(misp.events()).hasSize(2);
    assertThat(misp.events().values())
        .filteredOn(event -> event.contains("+33639980008"))
        .singleElement()
        .asString()
        .contains("+33639980007");
    assertThat(push(both, "--about", "k-3")).isEqualTo(4);
    assertThat(push(both, "--about", "k-99")).isEqualTo(4);
    assertThat(push(both, "--about", "nothing")).isEqualTo(4);
    assertThat(here.err()).contains("must be a case, alert or cluster here");
    assertThat(misp.events()).hasSize(2);
  }

  @Test
  void namesInTheLogWhatWentToWhomBeforeItGoes() throws Exception {
    misp.close();
    assertThat(push("\"waiter 7 wanted\"")).isEqualTo(4);
    assertThat(here.err()).contains("must be a server that answers, but can't be reached");
    assertThat(lastAudit())
        .contains("shown by push", "misp http://127.0.0.1", TO, "\"a-", "sha256:")
        .doesNotContain("secret-key", "waiter");
  }

  @Test
  void lets101AdvertsLeaveOnlyOnceASecondPersonGrantedThemToThisRecipient() throws Exception {
    assertThat(push("waiter")).isEqualTo(2);
    assertThat(here.err()).contains("one person alone may push 100 adverts");
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "waiter", "jsonl", TO, "asked for in writing");
      assertThat(push("--granted", "1")).isEqualTo(4);
      Set<String> granted = found();
      requests.grant("eva", 1, "", granted);
      requests.ask("analyst", "waiter", "jsonl", "Somebody else", "asked for in writing");
      requests.grant("eva", 2, "", granted);
      requests.ask("analyst", "waiter", "jsonl", TO, "asked for in writing");
      requests.grant("eva", 3, "", granted.stream().limit(7).toList());
    }
    assertThat(push("--granted", "2")).isEqualTo(2);
    assertThat(here.err()).contains("--to must be the recipient of export 2");
    assertThat(misp.events()).isEmpty();
    assertThat(push("--granted", "1")).as(here.err()).isZero();
    assertThat(here.out()).contains("101 adverts sent");
    assertThat(lastAudit()).contains("asked by analyst, granted by eva", "asked for in writing");
    assertThat(push("--granted", "3")).as(here.err()).isZero();
    assertThat(here.out()).as("of 101 found, those granted").contains("7 adverts sent");
  }

  private Set<String> found() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      return index.advertIds("waiter");
    }
  }

  @Test
  void saysWhyNothingWasTaken() throws Exception {
    Files.writeString(folder.resolve("misp.key"), "another");
    assertThat(push("\"waiter 7 wanted\"")).isEqualTo(4);
    assertThat(here.err())
        .contains("must let the key of --auth do this, but answered 403")
        .doesNotContain("another");
    assertThat(push("gardener")).isEqualTo(4);
    assertThat(here.err()).contains("must find an advert to push, but finds none");
    Files.writeString(folder.resolve("misp.key"), "two\nlines");
    assertThat(push("\"waiter 7 wanted\"")).isEqualTo(4);
    assertThat(here.err()).contains("--auth must hold one line");
    for (String address : List.of("http://misp.example.org", "ftp://x", "https://a:b@c/", "…")) {
      assertThat(vigie("push", "waiter", "--misp", address, "--auth", "adverts.jsonl")).isIn(2, 4);
    }
    assertThat(misp.events()).isEmpty();
  }

  @Test
  void keepsWhatTheServerAnswersAsAListToImport() throws Exception {
    assertThat(push("\"waiter 7 wanted\"", "--tlp", "green", "--answer", "answer.json"))
        .as(here.err())
        .isZero();
    assertThat(here.vigie("watchlist", "import", "answer.json", "--source", TO))
        .as(here.err())
        .isZero();
    assertThat(here.out()).contains("Read as misp: 1 contact added");
  }

  @Test
  void trustsOnlyACertificateOfTheNamedAuthority() throws Exception {
    try (TlsMisp tls = TlsMisp.start("secret-key", folder)) {
      String[] words = {
        "push", "\"waiter 7 wanted\"", "--misp", tls.address(), "--auth", "misp.key", "--to", TO
      };
      assertThat(here.vigie(words)).isEqualTo(4);
      assertThat(here.err()).contains("must show a certificate for its name");
      assertThat(here.vigie(join(words, "--ca", "misp.key"))).isEqualTo(4);
      assertThat(here.err()).contains("--ca must hold certificates");
      assertThat(here.vigie(join(words, "--ca", "tls.pem"))).as(here.err()).isZero();
      String elsewhere = tls.address().replace("localhost", "127.0.0.1");
      words[3] = elsewhere;
      assertThat(here.vigie(join(words, "--ca", "tls.pem"))).isEqualTo(4);
      assertThat(here.err()).contains("must show a certificate for its name");
    }
  }

  @Test
  void sendsABundleInEnvelopesAsLargeAsATaxiiServerTakes() throws Exception {
    try (FakeTaxii taxii = FakeTaxii.start("ana:pass", 2_000)) {
      Files.writeString(folder.resolve("taxii.key"), "ana:pass");
      assertThat(taxii("\"waiter 7 wanted\"", taxii.collection())).as(here.err()).isZero();
      assertThat(here.out()).contains("1 advert sent: objects sent");
      assertThat(taxii.envelopes()).hasSizeGreaterThan(1).allMatch(each -> each.length() <= 2_000);
      List<String> types = new ArrayList<>();
      for (String envelope : taxii.envelopes()) {
        JSON.readTree(envelope).path("objects").forEach(o -> types.add(o.path("type").asText()));
      }
      assertThat(types).contains("marking-definition", "observed-data");

      taxii.refuse(1);
      assertThat(taxii("\"waiter 8 wanted\"", taxii.collection())).isEqualTo(5);
      assertThat(here.err()).contains("refused some parts");
      assertThat(taxii("\"waiter 8 wanted\"", taxii.collection() + "objects")).isEqualTo(2);
      Files.writeString(folder.resolve("taxii.key"), "ana:other");
      assertThat(taxii("\"waiter 8 wanted\"", taxii.collection())).isEqualTo(4);
      assertThat(here.err()).contains("answered 401 (Unauthorized)");
    }
  }

  private int taxii(String query, String collection) {
    return here.vigie("push", query, "--taxii", collection, "--auth", "taxii.key", "--to", TO);
  }

  private int push(String... words) {
    return vigie(
        join(
            new String[] {"push"},
            join(words, "--misp", misp.address().toString(), "--auth", "misp.key")));
  }

  private int vigie(String... words) {
    return here.vigie(join(words, "--to", TO));
  }

  private static String[] join(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  private String lastAudit() throws Exception {
    return Files.readString(workspace.audit().resolve("audit.jsonl")).lines().toList().getLast();
  }
}
