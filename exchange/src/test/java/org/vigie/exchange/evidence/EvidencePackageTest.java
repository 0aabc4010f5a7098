package org.vigie.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Channel;
import org.vigie.advert.Entities;
import org.vigie.advert.Escalation;
import org.vigie.advert.Provenance;
import org.vigie.advert.Sighting;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.exchange.Adverts;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.pdf.PdfValidator;
import org.vigie.files.failure.UserError;

class EvidencePackageTest {
  @TempDir Path folder;
  private SigningKey key;
  private Path captures;

  @BeforeEach
  void prepare() throws Exception {
    key = SigningKey.make(folder.resolve("key.pem"));
    captures = Files.createDirectories(folder.resolve("captures"));
  }

  @Test
  void holdsTheCaptureAndVerifies() throws Exception {
    Provenance place = CapturedPage.in(captures);
    EvidencePackage.Summary summary = write(Dossiers.of(place, WithheldCaptures.nothing()));

    assertThat(summary.captured()).isEqualTo(1);
    assertThat(BagCheck.check(out(), key.signer().fingerprint()).problems()).isEmpty();
    try (WarcReader reader = WarcReader.open(out().resolve("data/captures/slice-1.warc.gz"))) {
      WarcEntry.Captured capture = (WarcEntry.Captured) reader.next();
      assertThat(capture.capture().payloadDigest()).isEqualTo(place.payloadDigest());
    }
  }

  @Test
  void holdsRequestAddressAndCertificatesBesideTheAnswer() throws Exception {
    write(Dossiers.of(CapturedPage.in(captures), WithheldCaptures.nothing()));

    Path slice = out().resolve("data/captures/slice-1.warc.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(slice))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("WARC/1.1")
          .contains(
              "WARC-Type: request",
              "WARC-Type: response",
              "WARC-Type: metadata",
              "GET / HTTP/1.1",
              "<p>seven",
              "WARC-IP-Address: 192.0.2.1",
              "resolvedAddress: 192.0.2.1",
              "tlsProtocol: TLSv1.3",
              "tlsSubject: CN=example.org",
              "tlsCertificate: " + CapturedPage.OWN,
              "tlsCertificate: " + CapturedPage.AUTHORITY)
          .doesNotContain("<p>six");
    }
    assertThat(Files.readString(out().resolve("data/report.html")))
        .contains(
            "Server that answered",
            "as the capture file says: 192.0.2.1; TLSv1.3, certificate of CN=example",
            CapturedPage.OWN + ", " + CapturedPage.AUTHORITY)
        .as("nobody verified the certificate as the package was made")
        .doesNotContain("verified when");
  }

  @Test
  void isNotMadeOfADamagedCapture() throws Exception {
    Provenance place = CapturedPage.in(captures);
    Path warc = captures.resolve(Path.of(place.container()).getFileName());
    byte[] whole = Files.readAllBytes(warc);
    long size = sizeOfSlice(place, "whole");
    int refused = 0;
    for (int at = (int) place.position(); at < whole.length; at += 41) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 4;
      Files.write(warc, bytes);
      try {
        assertThat(sizeOfSlice(place, "byte-" + at)).as("byte %d", at).isEqualTo(size);
      } catch (UserError e) {
        assertThat(e).hasMessageContaining("must be as they were written");
        assertThat(folder.resolve("byte-" + at)).doesNotExist();
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private long sizeOfSlice(Provenance place, String name) throws Exception {
    Path made = folder.resolve(name);
    new EvidencePackage(captures, key, Locale.ENGLISH)
        .write(Dossiers.of(place, WithheldCaptures.nothing()), made, (content, hash) -> {});
    Path slice = made.resolve("data/captures/slice-1.warc.gz");
    return Files.exists(slice) ? Files.size(slice) : -1;
  }

  @Test
  void leavesOutACaptureThatAlsoHoldsWhatMustNotLeave() throws Exception {
    Provenance place = CapturedPage.in(captures);
    WithheldCaptures byPlace = new WithheldCaptures(Set.of(CapturePlace.of(place)), Set.of());
    WithheldCaptures byDigest = new WithheldCaptures(Set.of(), Set.of(place.payloadDigest()));

    for (WithheldCaptures withheld : List.of(byPlace, byDigest)) {
      Path other = folder.resolve("other-" + withheld.places().size());
      EvidencePackage.Summary summary =
          new EvidencePackage(captures, key, Locale.ENGLISH)
              .write(Dossiers.of(place, withheld), other, (content, hash) -> {});
      assertThat(summary.withheld()).isEqualTo(1);
      assertThat(other.resolve("data/captures")).doesNotExist();
      assertThat(other.resolve("data/report.html")).content().contains("Withheld: the page");
    }
  }

  @Test
  void neverHoldsAMinorRiskAdvertButPointsToIt() throws Exception {
    assertThatThrownBy(() -> new EvidenceItem(Adverts.minorRisk(), null, "", List.of()))
        .hasMessageContaining("must go out as a pointer alone");

    write(
        new Dossier(
            Adverts.MANDATE,
            Dossiers.handover(),
            List.of(),
            List.of(Escalation.of(Adverts.minorRisk())),
            WithheldCaptures.nothing(),
            new Dossier.Making("ana", Adverts.NOON, "Vigie test", new TreeMap<>())));
    assertThat(out().resolve("data/pointers.jsonl")).content().contains("a-0123456789abcdef0123");
    for (String file : List.of("report.html", "pointers.jsonl", "case.jsonld", "adverts.jsonl")) {
      assertThat(out().resolve("data").resolve(file))
          .content()
          .doesNotContain("Waiters", "33639980001", "Passport");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void tellsFactMachineAndHumanApartAndLeadsNowhere(String language) throws Exception {
    new EvidencePackage(captures, key, ReportWords.language(language))
        .write(Dossiers.nowhere(WithheldCaptures.nothing()), out(), (content, hash) -> {});
    String html = Files.readString(out().resolve("data/report.html"));

    assertThat(html)
        .contains(
            "<html lang=\"" + language,
            "class=\"fact\"",
            "class=\"machine\"",
            "class=\"human\"",
            "<blockquote><bdi><mark>Passport is kept</mark> by the boss.",
            "hxxps://example[.]org/jobs?id=1&amp;x=&lt;y&gt;",
            "Waiters wanted &lt;b&gt;",
            "bit odd &lt;i&gt;",
            key.signer().fingerprint(),
            "TLP:AMBER+STRICT",
            "default-src 'none'")
        .doesNotContain("http://", "https://", " href", " src=", "<script", "url(");
    assertThat(out().resolve("VERIFY.md")).content().contains("sha256sum -c");
    assertThat(PdfValidator.problems(out().resolve("data/report.pdf"))).isEmpty();
    assertThat(RenditionsTest.text(out().resolve("data/report.pdf")))
        .contains("Passport is kept", "TLP:AMBER+STRICT", "Waiters wanted <b>", "bit odd <i>");
  }

  @Test
  void doesNotGiveOutTheDayThatASiteSaysForTheOneOnWhichTheAdvertWasSeen() throws Exception {
    Dossier dossier = Dossiers.nowhere(WithheldCaptures.nothing());
    EvidenceItem item = dossier.items().getFirst();
    Instant posted = Adverts.NOON.minusSeconds(3600);
    Sighting met = new Sighting(item.id(), posted, Adverts.NOON, 2, List.of(), List.of());
    EvidenceItem dated = new EvidenceItem(item.advert(), met, "", List.of());
    new EvidencePackage(captures, key, ReportWords.language("en"))
        .write(
            new Dossier(
                dossier.mandate(),
                dossier.handover(),
                List.of(dated),
                List.of(),
                dossier.withheld(),
                dossier.made()),
            out(),
            (content, hash) -> {});

    assertThat(
            Files.readString(out().resolve("data/report.html")).replaceAll("(?:<[^>]+>|\\s)+", " "))
        .contains(
            "Posted, as the site says 2026-03-01 11:00 UTC",
            "First seen by us 2026-03-01 12:00 UTC or before",
            "Last seen by us 2026-03-01 12:00 UTC");
  }

  @Test
  void saysWhatAMachineFoundAndAPersonJudgedInTheReadersLanguage() throws Exception {
    new EvidencePackage(captures, key, Locale.FRENCH)
        .write(Dossiers.nowhere(WithheldCaptures.nothing()), out(), (content, hash) -> {});

    assertThat(Files.readString(out().resolve("data/report.html")))
        .contains(
            "<bdi>petites annonces</bdi>",
            "<bdi>anglais</bdi>",
            "RC-07 pièce d’identité demandée tôt (T+, contrôle)",
            "Risque estimé, recrutement",
            "risque, probabilité 0,75",
            "<bdi>+1,50 indicateur RC-07</bdi>",
            "<bdi>exploitation sexuelle</bdi>",
            "eva : à suivre, bit odd")
        .doesNotContain("classifieds", "identity document", ">risk", "recruitment<");
  }

  @Test
  void saysByWhichMethodsItCameAboutAndWhatItsSignsAndGradesMean() throws Exception {
    new EvidencePackage(captures, key, Locale.ENGLISH)
        .write(Dossiers.nowhere(WithheldCaptures.nothing()), out(), (content, hash) -> {});

    assertThat(Files.readString(out().resolve("data/report.html")))
        .containsSubsequence(
            "<h2>How to read this report</h2>",
            "<h2>Methods</h2>",
            "Capture: ",
            "Signs: ",
            "T+ tested and predictive",
            "Risk: ",
            "<h3>What the signs found here mean</h3>",
            "<bdi>RC-07 identity document kept: An identity document is asked for ",
            "<h2>Limits</h2>");
  }

  @Test
  void hasTheSameSentencesInEachLanguage() {
    assertThat(new ReportWords(Locale.FRENCH).keys())
        .isEqualTo(new ReportWords(Locale.ENGLISH).keys());
  }

  @Test
  void isNotWrittenOverAnything() throws Exception {
    Files.createDirectories(out());

    assertThatThrownBy(() -> write(Dossiers.nowhere(WithheldCaptures.nothing())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must not exist yet");
  }

  private Path out() {
    return folder.resolve("package");
  }

  private EvidencePackage.Summary write(Dossier dossier) throws Exception {
    return new EvidencePackage(captures, key, Locale.ENGLISH)
        .write(dossier, out(), (content, hash) -> {});
  }

  @Test
  void isWrittenOfAnAdvertWithHalfACharacter() throws Exception {
    AssessedAdvert plain = Adverts.advert(null);
    Advert odd =
        Advert.builder(Channel.FILE, "example.org", Adverts.NOON)
            .title("Half \uD83D a character")
            .body("and \uDE00 the other")
            .field("author", "\uD800")
            .build();
    AssessedAdvert assessed =
        new AssessedAdvert(odd, "en", List.of(), Entities.none(), List.of(), plain.assessments());
    Dossier whole = Dossiers.nowhere(WithheldCaptures.nothing());

    write(
        new Dossier(
            whole.mandate(),
            whole.handover(),
            List.of(new EvidenceItem(assessed, null, "", List.of())),
            List.of(),
            WithheldCaptures.nothing(),
            new Dossier.Making("ana", Adverts.NOON, "Vigie test", new TreeMap<>())));

    assertThat(out().resolve("data/case.jsonld")).content().contains("Half \uFFFD a character");
    assertThat(out().resolve("data/adverts.jsonl")).content().contains("Half \\ud83d a character");
  }

  @Test
  void tellsWhatPluginsAddedApartFromWhatTheSiteDeclared() throws Exception {
    Advert enriched =
        Advert.builder(Channel.FILE, "example.org", Adverts.NOON)
            .body("room to let")
            .field("colour", "red")
            .field("words", "three")
            .field(Advert.ENRICHED + "words", "counter")
            .build();
    AssessedAdvert assessed =
        new AssessedAdvert(
            enriched,
            "en",
            List.of(),
            Entities.none(),
            List.of(),
            Adverts.advert(null).assessments());
    Dossier whole = Dossiers.nowhere(WithheldCaptures.nothing());

    write(
        new Dossier(
            whole.mandate(),
            whole.handover(),
            List.of(new EvidenceItem(assessed, null, "", List.of())),
            List.of(),
            WithheldCaptures.nothing(),
            new Dossier.Making("ana", Adverts.NOON, "Vigie test", new TreeMap<>())));
    String html = Files.readString(out().resolve("data/report.html"));

    int machine = html.indexOf("class=\"machine\"");
    assertThat(html.substring(0, machine)).contains("red").doesNotContain("three", "counter");
    assertThat(html.substring(machine)).contains("words: three (counter)");
  }

  @Test
  void packsNoCaptureOfAnotherPageInAFileOfTheSameName() throws Exception {
    Provenance place = CapturedPage.in(captures);
    Provenance other =
        new Provenance(
            "elsewhere/" + place.container(),
            place.position(),
            "sha256:" + "0".repeat(64),
            place.capturedAt());

    assertThat(write(Dossiers.of(other, WithheldCaptures.nothing())).captured()).isZero();
  }

  @Test
  void isNotWrittenIfAChosenRecordTurnsOutToBeAPageThatMustNotLeave() throws Exception {
    Provenance place = CapturedPage.in(captures);
    Provenance unsaid = new Provenance(place.container(), place.position(), "", place.capturedAt());
    WithheldCaptures withheld = new WithheldCaptures(Set.of(), Set.of(place.payloadDigest()));

    assertThatThrownBy(() -> write(Dossiers.of(unsaid, withheld)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must hold no page that also holds what must not leave");
    assertThat(out()).doesNotExist();
  }
}
