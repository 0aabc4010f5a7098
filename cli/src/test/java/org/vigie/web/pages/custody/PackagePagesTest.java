package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.Subject;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Scope;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.files.digest.Sha256;
import org.vigie.search.AdvertIndex;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Console;
import org.vigie.web.pages.ServedConsole;

/** From a case to a package that verifies, asked by one person, granted by another one. */
class PackagePagesTest {
  private static final Disclosure TOLD =
      new Disclosure("Prosecutor, Exampleland", "asked for in writing");

  @TempDir static Path folder;
  private static ServedConsole served;
  private static SigningKey key;
  private static String advert;
  private static String other;
  private static String another;

  @TempDir Path unpacked;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
    key = SigningKey.make(served.workspace.root().resolve("evidence/key.pem"));
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      List<String> ids = new ArrayList<>();
      index.forEachAdvert("", hit -> ids.add(hit.advert().advert().id()));
      advert = ids.get(0);
      other = ids.get(1);
      another = ids.get(2);
    }
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void leavesAsASignedPackageOnceASecondPersonGrantsIt() throws Exception {
    String id = caseOf("analyst", advert, other);
    Browser analyst = analyst(id);
    HttpResponse<String> asked = ask(analyst, id);
    assertThat(asked.uri().getPath()).isEqualTo("/exports");
    assertThat(asked.body()).contains("evidence package of " + id + " (2 items)", "Français");
    String path = newest();
    put(id, "analyst", another);

    assertThat(take(analyst, path).statusCode()).as("not granted").isEqualTo(409);
    assertThat(analyst.post(path, Map.of("decision", "grant")).statusCode()).isEqualTo(403);
    Browser reviewer = served.as("reviewer");
    assertThat(reviewer.get("/exports").body()).contains(TOLD.recipient(), "TLP:AMBER", path);
    assertThat(served.grant(reviewer, path).body())
        .contains("granted by reviewer", "Next: analyst makes and takes the package");
    assertThat(ExportRequests.grantedIn(served.workspace.database(), number(path)).orElseThrow())
        .as("what was there when it was granted")
        .containsExactlyInAnyOrder(advert, other);
    assertThat(take(reviewer, path).statusCode()).as("not who asked").isEqualTo(404);
    assertThat(analyst.post(path + "/file", Map.of()).statusCode()).as("no code").isEqualTo(403);

    served.events.clear();
    HttpResponse<InputStream> file = download(analyst, path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/zip");
    Path zip = unpacked.resolve("taken.zip");
    Files.copy(file.body(), zip);
    Path bag = unzip(zip);
    assertThat(BagCheck.check(bag, key.signer().fingerprint()).problems()).isEmpty();
    assertThat(bag.resolve("data/report.html"))
        .content()
        .contains("Dossier de preuves", TOLD.recipient(), "TLP:AMBER", "2031-12-31", advert, other)
        .doesNotContain(another);

    assertThat(served.events)
        .extracting(AuditEvent::command)
        .containsExactly(
            "disclosure post /exports/{id}/file",
            "evidence package",
            "shown post /exports/{id}/file");
    assertThat(served.events).extracting(AuditEvent::disclosure).containsOnly(TOLD);
    assertThat(served.events.get(1))
        .isEqualTo(
            served.events.get(1).handingOut(Sha256.of(bag.resolve("tagmanifest-sha256.txt"))));
    assertThat(served.events.get(2).shown().ids()).containsExactlyInAnyOrder(advert, other);
    assertThat(left()).isEmpty();
    assertThat(analyst.get("/cases/" + id).body()).contains("granted by reviewer");

    served.clock.pass(Duration.ofHours(24));
    assertThat(take(analyst(id), path).statusCode()).as("a day later").isEqualTo(409);
  }

  @Test
  void asksForPicturesOfThePagesWhereThatIsWanted() throws Exception {
    String id = caseOf("analyst", advert);
    Browser analyst = analyst(id);
    assertThat(analyst.get("/cases/" + id).body()).contains("name=\"pictures\"");
    assertThat(ask(analyst, id).body()).doesNotContain("with pictures of the pages");
    assertThat(ask(analyst, id, Map.of("pictures", "yes")).body())
        .contains("with pictures of the pages");
    String path = newest();
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      PackageWishes wishes = new PackageWishes(database, served.clock);
      assertThat(wishes.find(number(path)).orElseThrow().pictures()).isTrue();
      assertThat(wishes.find(number(path) - 1).orElseThrow().pictures()).isFalse();
    }
    served.grant(served.as("reviewer"), path);

    Path zip = unpacked.resolve("drawn.zip");
    Files.copy(download(analyst(id), path).body(), zip);
    assertThat(BagCheck.check(unzip(zip), key.signer().fingerprint()).problems()).isEmpty();
  }

  @Test
  void leavesEncryptedToReadersAndInFormatsOfPartnersAsTheReviewerSaw() throws Exception {
    Reader pasted = reader("pasted", Duration.ZERO);
    Reader uploaded = reader("uploaded", Duration.ZERO);
    String id = caseOf("analyst", advert, other);
    Browser analyst = analyst(id);
    analyst.get("/cases/" + id);
    Map<String, String> form = form(Map.of("partners", "stix"));
    form.put("certificates", Files.readString(pasted.certificate()));
    try (InputStream file = Files.newInputStream(uploaded.certificate())) {
      assertThat(analyst.upload("/cases/" + id + "/evidence", form, "certificate", "r.pem", file))
          .extracting(answer -> answer.uri().getPath())
          .isEqualTo("/exports");
    }
    String path = newest();
    Browser reviewer = served.as("reviewer");
    String fingerprint = Recipients.fingerprint(pasted.certificate());
    assertThat(reviewer.get("/exports").body())
        .contains("also as stix", fingerprint, Recipients.fingerprint(uploaded.certificate()));
    served.grant(reviewer, path);

    served.events.clear();
    HttpResponse<InputStream> file = download(analyst, path);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/pkcs7-mime");
    Path sealed = unpacked.resolve("taken.p7m");
    Files.copy(file.body(), sealed);
    assertThat(Files.readString(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain("report.html", advert);
    for (Reader one : List.of(pasted, uploaded)) {
      Path opened = unpacked.resolve("opened-" + one.key().getFileName());
      SealedFolder.open(sealed, RecipientKey.read(one.key(), one.certificate()), opened);
      assertThat(BagCheck.check(opened, key.signer().fingerprint()).problems()).isEmpty();
      assertThat(opened.resolve("data/partners/stix.json")).content().contains(advert, other);
    }

    assertThat(served.events.get(1).toString())
        .contains("also as stix, encrypted to sha256", fingerprint);
    assertThat(served.events.get(2).shown().ids()).containsExactlyInAnyOrder(advert, other);
    assertThat(left()).isEmpty();
    assertThat(served.workspace.root().resolve("evidence/unsent.part")).doesNotExist();
  }

  @Test
  void refusesReadersToWhomNothingCanBeEncrypted() throws Exception {
    String good = Files.readString(reader("good", Duration.ofDays(729)).certificate());
    String over = Files.readString(reader("over", Duration.ofDays(731)).certificate());
    Path tls = unpacked.resolve("tls.pem");
    ReaderPair.makeForTls(unpacked.resolve("tls.key"), tls, "tls", served.clock.instant());
    String cut = good.substring(0, good.length() - 40);
    String id = caseOf("analyst", advert);
    Browser analyst = analyst(id);
    for (String certificates :
        List.of(
            "no certificate",
            cut,
            good + cut,
            good + " ".repeat(20_000) + good,
            good + over,
            Files.readString(tls))) {
      assertThat(ask(analyst, id, Map.of("certificates", certificates)))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
          .satisfies(answer -> assertThat(answer.body()).contains("must be X.509"));
    }
    assertThat(ask(analyst, id, Map.of("partners", "xyz")).statusCode()).isEqualTo(422);
    assertThat(ask(analyst, id, Map.of("certificates", good)).statusCode()).isEqualTo(200);
    String path = newest();
    served.clock.pass(Duration.ofHours(20));
    served.grant(served.as("reviewer"), path);
    served.clock.pass(Duration.ofHours(8));
    HttpResponse<String> late = take(analyst(id), path);
    assertThat(late.body()).contains("must be a certificate that is valid now");
    assertThat(left()).isEmpty();
  }

  @Test
  void isDeclinedWithAReasonThatWhoAskedReads() throws Exception {
    String id = caseOf("analyst", advert);
    ask(analyst(id), id);
    String path = newest();
    Browser reviewer = served.as("reviewer");

    assertThat(reviewer.post(path, Map.of("decision", "decline", "why", "no")).statusCode())
        .isEqualTo(422);
    reviewer.post(path, Map.of("decision", "decline", "why", "the mandate covers another region"));
    Browser analyst = analyst(id);
    assertThat(analyst.get("/cases/" + id).body())
        .contains("declined by reviewer", "the mandate covers another region");
    assertThat(take(analyst, path).statusCode()).isEqualTo(409);
  }

  @Test
  void leavesInNoOtherFormAndForNobodyWhoLeftTheCase() throws Exception {
    String id = caseOf("analyst", advert);
    Browser analyst = analyst(id);
    ask(analyst, id);
    String path = newest();
    served.grant(served.as("reviewer"), path);
    String token = served.token("analyst", Set.of(Scope.EXPORTS));
    HttpResponse<String> lines =
        served
            .nobody()
            .raw("GET", "/api/v1" + path + "/adverts", "", "Authorization", "Bearer " + token);
    assertThat(lines.statusCode()).isEqualTo(404);

    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      Cases cases = new Cases(database, served.clock);
      CaseFile known = cases.find("analyst", id).orElseThrow();
      cases.addMember(known, "case-lead", "analyst");
      cases.removeMember(known, "analyst");
    }
    assertThat(take(served.as("analyst"), path).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatNoPackageCanBeMadeOf() throws Exception {
    String id = caseOf("analyst", advert);
    String empty = caseOf("analyst");
    Browser analyst = analyst(id);
    for (Map<String, String> change :
        List.of(
            Map.of("recipient", ""),
            Map.of("why", "short"),
            Map.of("language", "xx"),
            Map.of("handling", "purple"),
            Map.of("keep-until", "2025-01-01"),
            Map.of("keep-until", "soon"))) {
      assertThat(ask(analyst, id, change).statusCode()).as("%s", change).isEqualTo(422);
    }
    Browser member = analyst(empty);
    HttpResponse<String> nothing = ask(member, empty);
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("must hold an advert, a cluster or an alert");
    assertThat(ask(served.as("analyst-2"), id).statusCode()).as("no member").isEqualTo(404);

    Path file = served.workspace.root().resolve("evidence/key.pem");
    Files.move(file, file.resolveSibling("elsewhere.pem"));
    assertThat(ask(analyst(id), id).body()).contains("./vigie evidence key");
    Files.move(file.resolveSibling("elsewhere.pem"), file);
  }

  private static Browser analyst(String caseId) throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/reason");
    analyst.post("/reason", Map.of("case", caseId, "reason", "", "next", "/cases/" + caseId));
    return analyst;
  }

  private static HttpResponse<String> ask(Browser browser, String id) throws Exception {
    return ask(browser, id, Map.of());
  }

  private static HttpResponse<String> ask(Browser browser, String id, Map<String, String> change)
      throws Exception {
    Map<String, String> form = form(change);
    browser.get("/cases/" + id);
    return browser.post("/cases/" + id + "/evidence", form);
  }

  private record Reader(Path key, Path certificate) {}

  /** A reader of packages whose certificate was made a while ago and holds for two years. */
  private Reader reader(String name, Duration ago) throws IOException {
    Reader reader = new Reader(unpacked.resolve(name + ".key"), unpacked.resolve(name + ".pem"));
    ReaderPair.make(reader.key(), reader.certificate(), name, served.clock.instant().minus(ago));
    return reader;
  }

  private static Map<String, String> form(Map<String, String> change) {
    Map<String, String> form = new TreeMap<>();
    form.put("recipient", TOLD.recipient());
    form.put("why", TOLD.grounds());
    form.put("language", "fr");
    form.put("handling", "amber");
    form.put("keep-until", "2031-12-31");
    form.putAll(change);
    return form;
  }

  private static String caseOf(String account, String... adverts) {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      String id = new Cases(database, served.clock).open(account, "An operation");
      for (String one : adverts) {
        put(id, account, one);
      }
      return id;
    }
  }

  private static void put(String id, String account, String advert) {
    try (CaseDatabase database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      Cases cases = new Cases(database, served.clock);
      Subject subject = new Subject(Subject.Kind.ADVERT, advert);
      cases.put(cases.find(account, id).orElseThrow(), account, subject, "");
    }
  }

  private static String newest() {
    try (var database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return "/exports/"
          + database
              .list("SELECT max(id) AS id FROM export_request", row -> row.getLong("id"))
              .getFirst();
    }
  }

  private static long number(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }

  private static HttpResponse<String> take(Browser browser, String path) throws Exception {
    served.clock.pass(Duration.ofMinutes(2));
    return browser.post(path + "/file", proof());
  }

  private static HttpResponse<InputStream> download(Browser browser, String path) throws Exception {
    served.clock.pass(Duration.ofMinutes(2));
    return browser.download(path + "/file", proof());
  }

  private static Map<String, String> proof() {
    return Map.of("password", ServedConsole.PASSWORD, "code", served.codeNow());
  }

  private static List<Path> left() throws IOException {
    try (Stream<Path> left = Files.list(served.workspace.database().resolveSibling("leaving"))) {
      return left.toList();
    }
  }

  private Path unzip(Path zip) throws IOException {
    Path first = unpacked;
    try (ZipInputStream in =
        new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = unpacked.resolve(entry.getName());
        first = unpacked.resolve(Path.of(entry.getName()).getName(0));
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
        }
      }
    }
    return first;
  }
}
