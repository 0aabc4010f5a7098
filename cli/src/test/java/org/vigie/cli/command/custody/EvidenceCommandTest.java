package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.IdScan;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.exchange.timestamp.SmallAuthority;
import org.vigie.files.digest.Sha256;
import org.vigie.pipeline.workspace.Workspace;

/** From pages on disk to a package that verifies, under a grant and in the audit log. */
class EvidenceCommandTest {
  private static final String TO = GrantedAdverts.TO;

  @TempDir Path folder;
  private GrantedAdverts granted;
  private Here here;
  private Workspace workspace;

  @BeforeEach
  void fill() throws Exception {
    granted = GrantedAdverts.in(folder);
    here = granted.here();
    workspace = granted.workspace();
  }

  @Test
  void writesWhatWasGrantedToWhomItWasGrantedAndSaysSoInTheLog() throws Exception {
    assertThat(evidence("--to", TO, "--language", "fr")).as(here.err()).isZero();
    assertThat(here.out()).contains("2 adverts", "0 pointers", "Signed by ");

    Path report = folder.resolve("package/data/report.html");
    assertThat(report)
        .content()
        .contains("waiter", "Dossier de preuves", TO)
        .doesNotContain("gardener");
    assertThat(audit()).contains("\"recipient\":\"" + TO, "asked by analyst, granted by eva");
    assertThat(audit()).doesNotContain("waiter");

    assertThat(here.vigie("evidence", "verify", "package")).as(here.out()).isZero();
    assertThat(here.out()).contains("Whole: ");
    Files.writeString(report, "<p>Another report");
    assertThat(here.vigie("evidence", "verify", "package")).isEqualTo(4);
    assertThat(here.out()).contains("data/report.html must have the bytes");
  }

  @Test
  void namesInTheLogWhichAdvertsWentToWhomInWhichPackage() throws Exception {
    assertThat(evidence("--to", TO)).as(here.err()).isZero();

    List<String> ids = GrantedAdverts.ids(folder.resolve("package/data/adverts.jsonl"));
    assertThat(ids).hasSize(2);
    String hash = Sha256.of(folder.resolve("package/tagmanifest-sha256.txt"));
    List<String> named = IdScan.ofFiles(folder.resolve("package")).ids();
    assertThat(named).containsAll(ids).anyMatch(id -> id.startsWith("c-"));
    for (String id : named) {
      assertThat(here.vigie("audit", "who-saw", id, "--json")).as(here.err()).isZero();
      assertThat(here.out()).contains("shown by evidence", TO, hash, "\"count\":" + named.size());
    }
  }

  @Test
  void holdsItsAdvertsInTheFormatsOfPartnersUnderTheSameSignature() throws Exception {
    assertThat(evidence("--to", TO, "--format", "misp", "--format", "I2")).as(here.err()).isZero();

    Path misp = folder.resolve("package/data/partners/misp.json");
    assertThat(misp).content().contains("tlp:amber+strict", "waiter").doesNotContain("gardener");
    assertThat(folder.resolve("package/data/partners/i2.csv")).content().contains("advert:a-");
    assertThat(folder.resolve("package/manifest-sha256.txt"))
        .content()
        .contains("  data/partners/misp.json", "  data/partners/i2.csv");
    Files.writeString(misp, "{}");
    assertThat(here.vigie("evidence", "verify", "package")).isEqualTo(4);
    assertThat(here.out()).contains("data/partners/misp.json must have the bytes");
    assertThat(here.vigie("evidence", "--granted", "1", "--to", TO, "--out", "o", "--format", "x"))
        .isEqualTo(2);
    assertThat(here.err()).contains("--format must be one of misp, stix, ");
  }

  @Test
  void refusesWhatNobodyGranted() throws Exception {
    assertThat(evidence("--to", "Somebody else")).isEqualTo(2);
    assertThat(here.err()).contains("--to must be the recipient of export 1");
    assertThat(evidence(idOf("gardener"), "--to", TO)).isEqualTo(4);
    assertThat(here.err()).contains("of adverts that export 1 covers, but isn't");
    assertThat(here.vigie("evidence", "--granted", "9", "--to", TO, "--out", "package"))
        .isEqualTo(4);
    assertThat(here.err()).contains("must have been granted by a second person");
    assertThat(here.vigie("evidence", "--to", TO, "--out", "package")).isEqualTo(2);
    assertThat(evidence("--to", TO, "--tlp", "purple")).isEqualTo(2);
    assertThat(evidence("--to", TO, "--language", "xx")).isEqualTo(2);
    assertThat(folder.resolve("package")).doesNotExist();
  }

  @Test
  void namesWhatCameAfterTheGrantAndHoldsNothingOfIt() throws Exception {
    assertThat(here.vigie("export", "waiter", "--output", "granted.jsonl")).isZero();
    List<String> there = GrantedAdverts.ids(folder.resolve("granted.jsonl"));
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "waiter", "jsonl", TO, "asked for in writing");
      assertThat(requests.grant("eva", 2, "", there)).isTrue();
    }
    Path later =
        Files.writeString(
            folder.resolve("later.jsonl"),
            "{\"id\":\"job-4\",\"title\":\"Staff\",\"text\":\"waiter wanted on a ferry\"}\n");
    assertThat(here.vigie("run", "--input", later.toString())).as(here.err()).isZero();
    String late = idOf("ferry");
    String[] words = {"evidence", "--granted", "2", "--to", TO, "--out", "package"};

    assertThat(here.vigie(words)).as(here.err()).isZero();
    assertThat(here.out())
        .contains("2 adverts, ", "Left out: 1 advert that came after the grant: " + late);
    assertThat(GrantedAdverts.ids(folder.resolve("package/data/adverts.jsonl")))
        .containsExactlyInAnyOrderElementsOf(there);
    assertThat(folder.resolve("package/data/report.html"))
        .content()
        .contains("Adverts that arrived after the export was granted", late)
        .doesNotContain("ferry");
    assertThat(here.vigie("evidence", late, "--granted", "2", "--to", TO, "--out", "other"))
        .isEqualTo(4);
    assertThat(here.err()).contains("of adverts that export 2 covers, but isn't");
  }

  @Test
  void pointsToAMinorRiskAdvertAndHoldsNothingOfIt() throws Exception {
    escalate("a-00000000000000000001");

    assertThat(evidence("a-00000000000000000001", idOf("cook"), "--to", TO))
        .as(here.err())
        .isZero();
    assertThat(here.out()).contains("1 advert,", "1 pointer");
    assertThat(folder.resolve("package/data/adverts.jsonl"))
        .content()
        .hasLineCount(1)
        .doesNotContain("a-00000000000000000001");
    assertThat(folder.resolve("package/data/pointers.jsonl"))
        .content()
        .contains("a-00000000000000000001");
  }

  @Test
  void isStampedByTheAuthorityOfTheSettingsOrNotWrittenAtAll() throws Exception {
    Path settings = workspace.config();
    String before = Files.readString(settings);
    try (SmallAuthority authority = new SmallAuthority(Clock.systemUTC())) {
      authority.writeRoot(workspace.root().resolve("roots.pem"));
      Files.writeString(
          settings,
          before
              .replace("time-stamps: \"\"", "time-stamps: " + authority.address())
              .replace("time-stamp-roots: \"\"", "time-stamp-roots: roots.pem"));
      authority.setDown(true);
      assertThat(evidence("--to", TO)).isEqualTo(4);
      assertThat(here.err()).contains("must stamp this package, but didn't: it answered 503");
      assertThat(folder.resolve("package")).doesNotExist();

      authority.setDown(false);
      assertThat(evidence("--to", TO)).as(here.err()).isZero();
    }
    assertThat(here.vigie("evidence", "verify", "package")).as(here.out()).isZero();
    assertThat(here.out())
        .contains("By the roots in the package, an authority stamped it at 20")
        .containsPattern("Root .*CN=.*, sha256:[0-9a-f]{64}: compare with what the authority");
    String roots = workspace.root().resolve("roots.pem").toString();
    assertThat(here.vigie("evidence", "verify", "package", "--time-stamp-roots", roots)).isZero();
    assertThat(here.out()).contains("By the roots that you named, an authority stamped it at 20");
    try (SmallAuthority stranger = new SmallAuthority(Clock.systemUTC())) {
      roots = stranger.writeRoot(folder.resolve("others.pem")).toString();
    }
    assertThat(here.vigie("evidence", "verify", "package", "--time-stamp-roots", roots))
        .isEqualTo(4);
    assertThat(here.out()).contains("timestamps/1.tst");
    assertThat(folder.resolve("package/data/report.html")).content().contains("was stamped by");
  }

  @Test
  void isEncryptedToThoseWhoMayReadIt() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/openssl")), "needs openssl to make a certificate");
    String[] words = {
      "/usr/bin/openssl",
      "req",
      "-x509",
      "-newkey",
      "rsa:3072",
      "-nodes",
      "-days",
      "30",
      "-subj",
      "/CN=prosecutor.example.org",
      "-keyout",
      "reader.key",
      "-out",
      "reader.pem"
    };
    assertThat(new ProcessBuilder(words).directory(folder.toFile()).start().waitFor()).isZero();

    assertThat(evidence("--to", TO, "--recipient", "reader.pem")).as(here.err()).isZero();
    assertThat(here.out()).contains("Encrypted to the certificate ");
    Matcher reader =
        Pattern.compile("Encrypted to the certificate ([0-9a-f]{64})").matcher(here.out());
    assertThat(reader.find()).isTrue();
    assertThat(audit()).contains("encrypted to sha256 " + reader.group(1));
    assertThat(folder.resolve("package")).isRegularFile();
    assertThat(workspace.root().resolve("evidence/unsent.part")).doesNotExist();

    assertThat(
            here.vigie(
                "evidence",
                "open",
                "package",
                "--key",
                "reader.key",
                "--cert",
                "reader.pem",
                "--out",
                "opened"))
        .as(here.err())
        .isZero();
    assertThat(here.vigie("evidence", "verify", "opened")).as(here.out()).isZero();
    assertThat(audit()).contains("asked by analyst, granted by eva");
  }

  @Test
  void goesOutAsAZipWithTheDayOnWhichItMustBeDeleted() throws Exception {
    String[] words = {"evidence", "--granted", "1", "--out", "package.zip", "--to", TO};
    assertThat(here.vigie(join(words, "--keep-until", "soon"))).isEqualTo(2);
    assertThat(here.vigie(join(words, "--keep-until", "2031-12-31"))).as(here.err()).isZero();
    assertThat(here.vigie("evidence", "verify", "package.zip")).isEqualTo(4);
    assertThat(here.err()).contains("./vigie evidence open opens it");

    assertThat(here.vigie("evidence", "open", "package.zip", "--out", "opened")).isZero();
    assertThat(here.vigie("evidence", "verify", "opened")).as(here.out()).isZero();
    assertThat(folder.resolve("opened/bag-info.txt")).content().contains("Keep-Until: 2031-12-31");
    assertThat(folder.resolve("opened/data/report.html")).content().contains("2031-12-31");
  }

  @Test
  void holdsWhatACaseHoldsForItsMembersAlone() throws Exception {
    String cook = idOf("cook");
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.systemUTC());
      CaseFile mine = cases.find("analyst", cases.open("analyst", "One")).orElseThrow();
      cases.put(mine, "analyst", new Subject(Subject.Kind.ADVERT, cook), "");
      cases.open("somebody", "Two");
    }
    assertThat(evidence("k-2", "--to", TO)).isEqualTo(4);
    assertThat(here.err()).contains("k-2 must be a case that");
    assertThat(evidence("k-1", "--to", TO)).as(here.err()).isZero();
    assertThat(GrantedAdverts.ids(folder.resolve("package/data/adverts.jsonl")))
        .containsExactly(cook);
  }

  @Test
  void pointsToNoMinorRiskAdvertOfACaseThatNobodyGrantedOrNamed() throws Exception {
    String hidden = "a-00000000000000000001";
    escalate(hidden);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.systemUTC());
      CaseFile mine = cases.find("analyst", cases.open("analyst", "One")).orElseThrow();
      cases.put(mine, "analyst", new Subject(Subject.Kind.ADVERT, idOf("cook")), "");
      cases.put(mine, "analyst", new Subject(Subject.Kind.ADVERT, hidden), "");
    }
    assertThat(evidence("k-1", "--to", TO)).as(here.err()).isZero();
    assertThat(here.out()).contains("0 pointers", "Left out: 1 minor-risk advert of the cases");
    assertThat(folder.resolve("package/data/pointers.jsonl")).isEmptyFile();

    assertThat(here.vigie("evidence", "k-1", hidden, "--granted", "1", "--to", TO, "--out", "two"))
        .as(here.err())
        .isZero();
    assertThat(here.out()).contains("1 pointer").doesNotContain("Left out");
  }

  private static String[] join(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void neverReplacesAKey() throws Exception {
    assertThat(here.vigie("evidence", "key")).isEqualTo(4);
    assertThat(here.err()).contains("must not exist yet");
  }

  private int evidence(String... words) {
    return granted.evidence(words);
  }

  private void escalate(String advert) throws IOException {
    String escalation =
        """
        {"advert":"%s","indicators":["OT-02"],"site":"example.org","channel":"%s","seenAt":"2026-03-01T12:00:00Z","mandate":"m-1","provenance":null}
        """
            .formatted(advert, org.vigie.advert.Channel.values()[0].name());
    Files.writeString(workspace.escalations(), escalation);
  }

  private String idOf(String word) throws IOException {
    return granted.idOf(word);
  }

  private String audit() throws IOException {
    List<String> lines = Files.readAllLines(workspace.audit().resolve("audit.jsonl"));
    return lines.stream().filter(line -> line.contains("\"evidence\"")).findFirst().orElse("");
  }
}
